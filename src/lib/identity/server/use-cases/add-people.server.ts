import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { findPasswordFault } from '../../domain/password.ts';
import type { Role, UnitKind } from '../../domain/roles.ts';
import { readPasswordRules } from '../access-rules.server.ts';
import { hashPassword } from '../password-hash.server.ts';
import * as repository from '../repository.server.ts';

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
	const account = input.account.normalize('NFKC').toLowerCase();
	if (!/^[\p{L}][\p{L}\p{N}.-]{1,31}$/u.test(account)) {
		return refuse('account', '账号为 2–32 位汉字、字母、数字、点或连字符，以汉字或字母开头。', 'account');
	}
	const { minLength } = await readPasswordRules(ctx);
	const fault = findPasswordFault(input.password, { account, name: input.name }, minLength);
	if (fault) return { ok: false, refusal: { ...fault, field: 'password' } };
	const passwordHash = await hashPassword(input.password);
	const { name, unitId, joinedOn, mustChangePassword } = input;
	const id = newId(ctx.now);
	return inTransaction(ctx, async (inner) => {
		const inserted = await repository.insertPerson(inner.db, {
			...{ id, account, name, unitId, joinedOn, mustChangePassword, passwordHash, createdAt: ctx.now },
			certificateNumber: input.certificateNumber ?? null,
			certificateExpiresOn: input.certificateExpiresOn ?? null
		});
		if (!inserted) return refuse('taken', `账号 ${account} 已有人使用。`, 'account');
		const grants = input.roles.map((role) => ({ id: newId(ctx.now), personId: id, role, unitId, grantedAt: ctx.now }));
		await repository.insertGrants(inner.db, grants);
		await recordAudit(inner, 'identity.addPerson', `person:${id}`, { account, name, unitId, roles: input.roles });
		return ok(id);
	});
}

/** Adds a unit below another (null = the root). Run by the command line and the demo. */
export async function addUnit(ctx: Ctx, parentId: string | null, name: string, kind: UnitKind): Promise<string> {
	const units = await repository.selectUnits(ctx.db);
	const parent = units.find((one) => one.id === parentId);
	const id = newId(ctx.now);
	await inTransaction(ctx, async (inner) => {
		const path = `${parent?.path ?? '/'}${id}/`;
		await repository.insertUnit(inner.db, { id, parentId, name, kind, path, createdAt: ctx.now });
		await recordAudit(inner, 'identity.addUnit', `unit:${id}`, { name, kind, parentId });
	});
	return id;
}
