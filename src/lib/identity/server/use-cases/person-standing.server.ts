import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { holdsDuty, writeDeactivation, writeFirstPassword } from '../account-changes.server.ts';
import { knowPerson } from '../known-person.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import { deleteSessionsOf } from '../repository.server.ts';
import { lockDuties } from '../repository/grants.server.ts';
import { insertStanding } from '../repository/person-history.server.ts';
import * as people from '../repository/people.server.ts';

const OWN = refuse('oneself', '本人的账号由另一名管理员办理。');
const NEEDS_SECOND = refuse(
	'second-person',
	'他担任系统管理员、督导或者审计员，停用和重设密码要由第二人确认：在下面提出申请。'
);

/** Closes an account: its sessions end at once, on every node. What the person did stays. */
export async function deactivatePerson(ctx: Ctx, id: string, reason: string): Promise<Result<null>> {
	const { me } = await knowPerson(ctx, 'identity.managePeople', id);
	if (me.actor.personId === id) return OWN;
	if (reason.trim() === '') return refuse('no-reason', '写明停用的理由，例如调离、退休。', 'reason');
	return changeIdentity(me, async (inner) => {
		await lockDuties(inner.db);
		const row = await people.lockPerson(inner.db, id);
		if (row!.deactivatedAt !== null) return refuse('deactivated', '这个账号已经停用。');
		if (await holdsDuty(inner, id)) return NEEDS_SECOND;
		await writeDeactivation(inner, id, reason.trim());
		return ok(null);
	});
}

/** Opens an account again, with the ordinary roles that it had. */
export async function reactivatePerson(ctx: Ctx, id: string, reason: string): Promise<Result<null>> {
	const { me } = await knowPerson(ctx, 'identity.managePeople', id);
	if (me.actor.personId === id) return OWN;
	if (reason.trim() === '') return refuse('no-reason', '写明恢复的理由。', 'reason');
	return changeIdentity(me, async (inner) => {
		const { db, now, actor } = inner;
		const row = await people.lockPerson(db, id);
		if (row!.deactivatedAt === null) return refuse('active', '这个账号没有停用。');
		await people.updatePerson(db, id, { deactivatedAt: null });
		const line = { personId: id, kind: 'reactivated' as const, reason: reason.trim(), by: actor.personId, at: now };
		await insertStanding(db, { id: newId(now), ...line });
		const detail = { before: 'deactivated', after: 'active', reason: reason.trim() };
		await recordAudit(inner, 'identity.reactivatePerson', `person:${id}`, detail);
		return ok(null);
	});
}

/** Gives somebody who forgot it a new first password. @returns it: shown once */
export async function resetPassword(ctx: Ctx, id: string): Promise<Result<string>> {
	const { me } = await knowPerson(ctx, 'identity.managePeople', id);
	if (me.actor.personId === id) return refuse('oneself', '本人的密码在“我的”里更换。');
	return changeIdentity(me, async (inner) => {
		const row = await people.lockPerson(inner.db, id);
		if (row!.deactivatedAt !== null) return refuse('deactivated', '这个账号已经停用，先恢复。');
		if (await holdsDuty(inner, id)) return NEEDS_SECOND;
		return ok(await writeFirstPassword(inner, id));
	});
}

/** Ends everything that somebody is signed in with: a lost telephone needs no second person. */
export async function endSessionsOf(ctx: Ctx, id: string): Promise<Result<null>> {
	const { me } = await knowPerson(ctx, 'identity.managePeople', id);
	return changeIdentity(me, async (inner) => {
		await deleteSessionsOf(inner.db, id);
		await recordAudit(inner, 'identity.endSessionsOf', `person:${id}`);
		return ok(null);
	});
}
