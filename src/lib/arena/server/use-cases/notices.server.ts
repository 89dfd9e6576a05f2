import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { horizonAt } from '#lib/notices/domain/horizon.ts';
import { type RoomNotices, noticesOf } from '#lib/notices/domain/kinds.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readHearingNotices } from '../repository/notices.server.ts';

/** Hearings of the next days and sheets to hand in, for whoever has a seat; and results that were published. */
export async function arenaNotices(ctx: Ctx): Promise<RoomNotices> {
	const { db, actor, now } = authorisePerson(ctx, 'notices.readOwn');
	const { newsSince, hearingsSince, hearingsUntil } = horizonAt(now);
	return noticesOf(await readHearingNotices(db, [actor.personId, newsSince, hearingsSince, hearingsUntil]));
}
