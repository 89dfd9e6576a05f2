import { recordAudit } from '#lib/platform/audit.server.ts';
import { type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { tellSeat } from './repository/events.server.ts';
import { dropLink } from './repository/seats.server.ts';

/** The record of a change to a seat, and the notice to streams of whoever held it. */
export async function tellChange(
	me: SignedIn,
	hearingId: string,
	seatId: string,
	detail: Record<string, unknown>
): Promise<Result<null>> {
	await recordAudit(me, 'arena.organise', `hearing:${hearingId}`, { seatId, ...detail });
	await tellSeat(me.db, hearingId, seatId);
	return ok(null);
}

/** Takes a link back: it opens nothing from now on, and its streams end. */
export async function takeLinkBack(me: SignedIn, hearingId: string, seatId: string): Promise<Result<null>> {
	if (!isId(hearingId)) return refuse('no-link', '这个席位没有链接。');
	return inTransaction(me, async (inner) => {
		const isGone = await dropLink(inner.db, hearingId, seatId);
		return isGone ? tellChange(inner, hearingId, seatId, { revoked: true }) : refuse('no-link', '这个席位没有链接。');
	});
}
