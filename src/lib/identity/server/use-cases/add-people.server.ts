import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Result } from '#lib/shared/result.ts';
import { findPasswordFault } from '../../domain/password.ts';
import type { Role, UnitKind } from '../../domain/roles.ts';
import { readPasswordRules } from '../access-rules.server.ts';
import { hashPassword } from '../password-hash.server.ts';
import { insertNewPerson, judgeAccount, toAccount } from '../new-person.server.ts';
import { insertUnit, selectUnits } from '../repository.server.ts';
import { insertUnitChange } from '../repository/units.server.ts';

export interface NewPerson {
	readonly account: string;
	readonly name: string;
	readonly unitId: string;
	readonly roles: readonly Role[];
	readonly password: string;
	readonly mustChangePassword: boolean;
	readonly certificateNumber?: string | null;
	readonly certificateExpiresOn?: string | null;
	readonly joinedOn: string;
}

/** Adds a person with roles for the unit. Run by the command line (first administrator, repairs) and the demo, which answer to nobody. */
export async function addPerson(ctx: Ctx, input: NewPerson): Promise<Result<string>> {
	const account = toAccount(input.account);
	const judged = judgeAccount(account);
	if (!judged.ok) return judged;
	const { minLength } = await readPasswordRules(ctx);
	const fault = findPasswordFault(input.password, { account, name: input.name }, minLength);
	if (fault) return { ok: false, refusal: { ...fault, field: 'password' } };
	const passwordHash = await hashPassword(input.password);
	const { name, unitId, joinedOn, mustChangePassword } = input;
	const { certificateNumber = null, certificateExpiresOn = null } = input;
	const row = { id: newId(ctx.now), account, name, unitId, joinedOn, certificateNumber, certificateExpiresOn };
	return inTransaction(ctx, (inner) =>
		insertNewPerson(inner, { ...row, mustChangePassword, passwordHash }, input.roles)
	);
}

/** Adds a unit below another (null = the root). Run by the command line and the demo. */
export async function addUnit(ctx: Ctx, parentId: string | null, name: string, kind: UnitKind): Promise<string> {
	const units = await selectUnits(ctx.db);
	const parent = units.find((one) => one.id === parentId);
	const id = newId(ctx.now);
	await inTransaction(ctx, async (inner) => {
		const path = `${parent?.path ?? '/'}${id}/`;
		await insertUnit(inner.db, { id, parentId, name, kind, path, createdAt: ctx.now });
		const after = parent ? `${parent.name} ／ ${name}` : name;
		const line = { kind: 'added' as const, before: '', after, reason: '', at: ctx.now, by: null };
		await insertUnitChange(inner.db, { id: newId(ctx.now), unitId: id, ...line });
		await recordAudit(inner, 'identity.addUnit', `unit:${id}`, { name, kind, parentId });
	});
	return id;
}
