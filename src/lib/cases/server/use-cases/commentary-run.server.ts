import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { findOpeningFault } from '../../domain/commentary/meeting.ts';
import { NO_MEETING, takeStep, withMeeting } from '../commentary-meeting.server.ts';
import * as meetings from '../repository/commentary-meetings.server.ts';

/** Opens a meeting on its day, if good and bad cases are both on the agenda and somebody speaks about each. */
export async function openMeeting(ctx: Ctx, id: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.planCommentary');
	return withMeeting(me, id, async (inner, known) => {
		const fault =
			known.state === 'planned' && findOpeningFault({ agenda: known.items, day: known.day, today: dayOf(inner.now) });
		return fault ? refuse(fault.code, fault.message) : takeStep(inner, known, { to: 'open', reason: '' });
	});
}

/** Calls a case: its clock starts, the one before ends. What was called before goes on with a new clock only if it was ended by mistake. */
export async function callItem(ctx: Ctx, id: string, itemId: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.planCommentary');
	return withMeeting(me, id, async ({ db, now }, { state, items }) => {
		const item = items.find((one) => one.id === itemId);
		if (!item) return refuse('no-such-item', '议程上没有这一项。');
		if (state !== 'open') return refuse('not-open', '会议没有在开。');
		if (item.startedAt && !item.endedAt) return ok(null);
		await meetings.endItems(db, id, now);
		await meetings.updateItem(db, itemId, { startedAt: item.startedAt ?? now, endedAt: null });
		return ok(null);
	});
}

/** Ends the case that is on. */
export async function endItem(ctx: Ctx, id: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.planCommentary');
	return withMeeting(me, id, async ({ db, now }, { state }) => {
		if (state === 'open') await meetings.endItems(db, id, now);
		return ok(null);
	});
}

/** Ends the meeting, and whatever is on. */
export async function endMeeting(ctx: Ctx, id: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.planCommentary');
	return withMeeting(me, id, async (inner, known) => {
		if (known.state === 'open') await meetings.endItems(inner.db, id, inner.now);
		return takeStep(inner, known, { to: 'held', reason: '' });
	});
}

/** Calls a planned meeting off, with the reason. */
export async function cancelMeeting(ctx: Ctx, id: string, reason: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.planCommentary');
	return withMeeting(me, id, (inner, known) => takeStep(inner, known, { to: 'cancelled', reason }));
}

/** How often a meeting has changed: what open pages ask every few seconds. */
export async function readChangeCount(ctx: Ctx, id: string): Promise<Result<{ changes: number }>> {
	authorise(ctx, 'cases.readCommentary');
	const meeting = isId(id) ? await meetings.selectMeeting(ctx.db, id) : null;
	return meeting ? ok({ changes: meeting.changes }) : refuse(...NO_MEETING);
}
