import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';
import { findPeriodFault } from '../domain/grant.ts';
import { ROLES, type Role } from '../domain/roles.ts';
import { knowPerson } from './known-person.server.ts';
import { insertGrants, selectUnits } from './repository.server.ts';
import * as repository from './repository/grants.server.ts';
import { holdUnit } from './repository/units.server.ts';
import { judgeRolesTogether } from './separation.server.ts';
import { authorisePerson } from './use-cases/authorise.server.ts';

// What giving and ending a role share, whether one person does it or two.

const ONESELF = refuse('oneself', '不能给本人授予或者结束角色，由另一名管理员办理。');

export interface WantedGrant {
	readonly role: Role;
	readonly unitId: string;
	readonly fromOn: Day;
	readonly untilOn: Day | null;
	readonly reason: string;
}

/** First of every change of roles: who asks, for whom, and for a unit that the actor administers. */
export async function knowGrantee(ctx: Ctx, personId: string, unitId: string) {
	const { me, known } = await knowPerson(ctx, 'identity.grantRoles', personId);
	const unit = (await selectUnits(ctx.db)).find(({ id }) => id === unitId);
	if (unit) authorisePerson(ctx, 'identity.grantRoles', { unitPath: unit.path });
	if (me.actor.personId === personId) return ONESELF;
	if (!unit) return refuse('no-unit', '选角色适用的单位。', 'unitId');
	if (known.person.deactivatedAt !== null) return refuse('deactivated', '这个账号已经停用，先恢复。');
	return ok({ me, known, unit });
}

/** Whether a person may be given this role now. Run behind the lock on the person. */
export async function judgeGrant(inner: Ctx, personId: string, wanted: WantedGrant): Promise<Result<null>> {
	const today = dayOf(inner.now);
	const fault = findPeriodFault(wanted.fromOn, wanted.untilOn, today);
	if (fault) return { ok: false, refusal: fault };
	const unit = await holdUnit(inner.db, wanted.unitId);
	if (unit?.closedOn !== null) return refuse('closed', '这个单位已经撤销。', 'unitId');
	const open = await repository.selectOpenGrants(inner.db, personId, today);
	const same = open.find(({ role, unitId, untilOn }) => {
		return role === wanted.role && unitId === wanted.unitId && (untilOn === null || untilOn >= wanted.fromOn);
	});
	if (same) return refuse('held', `已有同一单位的${ROLES[wanted.role]}，先结束它或者从它的截止日以后起。`, 'role');
	return judgeRolesTogether(inner, [...open.map(({ role }) => role), wanted.role]);
}

/** Gives a role in the caller's transaction. */
export async function writeGrant(inner: SignedIn, personId: string, wanted: WantedGrant, by: string): Promise<void> {
	const { role, unitId, fromOn, untilOn, reason } = wanted;
	const row = { personId, role, unitId, fromOn, untilOn, reason, grantedBy: by, grantedAt: inner.now };
	await insertGrants(inner.db, [{ id: newId(inner.now), ...row }]);
	const after = { role, unitId, fromOn, untilOn, reason, by };
	await recordAudit(inner, 'identity.grantRoles', `person:${personId}`, { before: null, after });
}

/** A grant of a person whose part of the register the actor administers. */
export async function knowGrant(ctx: Ctx, personId: string, grantId: string) {
	const { me } = await knowPerson(ctx, 'identity.grantRoles', personId);
	const found = isId(grantId) ? await repository.selectGrant(ctx.db, grantId) : null;
	if (!found || found.grant.personId !== personId) return refuse('no-grant', '没有这项角色。');
	authorisePerson(ctx, 'identity.grantRoles', { unitPath: found.unitPath });
	return me.actor.personId === personId ? ONESELF : ok({ me, grant: found.grant });
}

export interface Ending {
	/** Null = at once. */
	readonly untilOn: Day | null;
	readonly reason: string;
}

/** Ends a grant in the caller's transaction, or gives it a last day. */
export async function writeEnd(
	inner: SignedIn,
	grant: { readonly id: string; readonly personId: string; readonly role: Role; readonly unitId: string },
	{ untilOn, reason }: Ending
): Promise<void> {
	const ending = { endedBy: inner.actor.personId, endReason: reason };
	if (untilOn === null) await repository.endGrants(inner.db, [grant.id], inner.now, ending);
	else await repository.limitGrant(inner.db, grant.id, untilOn, ending);
	const { role, unitId } = grant;
	await recordAudit(inner, 'identity.grantRoles', `person:${grant.personId}`, {
		...{ before: { role, unitId, grant: grant.id }, after: { untilOn: untilOn ?? dayOf(inner.now), reason } }
	});
}
