import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Leave, type LeaveKind, judgeLeave } from '../../domain/leave.ts';
import { knowPerson } from '../known-person.server.ts';
import * as history from '../repository/person-history.server.ts';
import { lockPerson } from '../repository/people.server.ts';

/** Records days on which somebody is away: no document is given to them to mark. */
export async function recordLeave(
	ctx: Ctx,
	id: string,
	given: Leave & { readonly kind: LeaveKind }
): Promise<Result<null>> {
	const { me } = await knowPerson(ctx, 'identity.managePeople', id);
	return inTransaction(me, async (inner): Promise<Result<null>> => {
		const { db, now, actor } = inner;
		await lockPerson(db, id);
		const known = await history.selectLeaves(db, id);
		const isSame = known.some(({ fromOn, untilOn, kind }) => {
			return fromOn === given.fromOn && untilOn === given.untilOn && kind === given.kind;
		});
		if (isSame) return ok(null);
		const judged = judgeLeave(given, known);
		if (!judged.ok) return judged;
		const { kind, fromOn, untilOn } = given;
		const row = { id: newId(now), personId: id, kind, fromOn, untilOn };
		await history.insertLeave(db, { ...row, recordedBy: actor.personId, recordedAt: now });
		await recordAudit(inner, 'identity.recordLeave', `person:${id}`, {
			before: null,
			after: { kind, fromOn, untilOn }
		});
		return ok(null);
	});
}

/** Takes days away back. */
export async function cancelLeave(ctx: Ctx, id: string, leaveId: string): Promise<Result<null>> {
	const { me } = await knowPerson(ctx, 'identity.managePeople', id);
	return inTransaction(me, async (inner): Promise<Result<null>> => {
		const gone = isId(leaveId) ? await history.cancelLeave(inner.db, leaveId, id, inner.now) : null;
		if (!gone) return refuse('no-leave', '这段登记已经撤销。');
		const { kind, fromOn, untilOn } = gone;
		await recordAudit(inner, 'identity.recordLeave', `person:${id}`, {
			before: { kind, fromOn, untilOn },
			after: null
		});
		return ok(null);
	});
}
