import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Role } from '../domain/roles.ts';
import * as repository from './repository.server.ts';
import { holdUnit } from './repository/units.server.ts';
import { judgeRolesTogether } from './separation.server.ts';

/** How accounts are kept and compared. */
export const toAccount = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Why a text cannot be an account; nobody's identity number can, for it begins with a digit. */
export function judgeAccount(account: string): Result<null> {
	return /^[\p{L}][\p{L}\p{N}.-]{1,31}$/u.test(account)
		? ok(null)
		: refuse('account', '账号为 2–32 位汉字、字母、数字、点或连字符，以汉字或字母开头。', 'account');
}

export interface PersonRow {
	readonly id: string;
	readonly account: string;
	readonly name: string;
	readonly unitId: string;
	readonly joinedOn: string;
	readonly certificateNumber: string | null;
	readonly certificateExpiresOn: string | null;
	readonly passwordHash: string;
	readonly mustChangePassword: boolean;
}

/** Writes a person with roles for the unit, and the audit entry, in the caller's transaction. */
export async function insertNewPerson(inner: Ctx, row: PersonRow, roles: readonly Role[]): Promise<Result<string>> {
	const { id, account, name, unitId } = row;
	const unit = await holdUnit(inner.db, unitId);
	if (!unit) return refuse('no-unit', '选一个单位。', 'unitId');
	if (unit.closedOn !== null) return refuse('closed', '这个单位已经撤销，选别的单位。', 'unitId');
	const together = await judgeRolesTogether(inner, roles);
	if (!together.ok) return together;
	const inserted = await repository.insertPerson(inner.db, { ...row, createdAt: inner.now });
	if (!inserted) return refuse('taken', `账号 ${account} 已有人使用。`, 'account');
	const grantedBy = inner.actor?.personId ?? null;
	const granted = { personId: id, unitId, grantedBy, grantedAt: inner.now };
	await repository.insertGrants(
		inner.db,
		roles.map((role) => ({ id: newId(inner.now), role, ...granted }))
	);
	await recordAudit(inner, 'identity.addPerson', `person:${id}`, { account, name, unitId, roles });
	return ok(id);
}
