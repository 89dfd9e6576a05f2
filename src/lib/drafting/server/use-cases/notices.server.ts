import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { horizonAt } from '#lib/notices/domain/horizon.ts';
import { type RoomNotices, noticesOf } from '#lib/notices/domain/kinds.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readDraftingNotices } from '../repository/notices.server.ts';

/** Documents to mark, sheets to fill, objections to answer and things to mend; and what became of own documents. */
export async function draftingNotices(ctx: Ctx): Promise<RoomNotices> {
	const { db, actor, now } = authorisePerson(ctx, 'notices.readOwn');
	const answersFor = mayRun(actor, 'drafting.answerForUnit', { unitPath: actor.unitPath }) ? actor.unitId : null;
	const organises = mayRun(actor, 'drafting.organisePanels');
	const { newsSince } = horizonAt(now);
	return noticesOf(await readDraftingNotices(db, [actor.personId, newsSince, answersFor, organises]));
}
