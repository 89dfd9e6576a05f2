import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { NOTHING, type RoomNotices } from '#lib/notices/domain/kinds.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { countOpenReviews } from './changed-basis.server.ts';

/** Pieces whose law has changed, for whoever decides about them. */
export async function lawNotices(ctx: Ctx): Promise<RoomNotices> {
	const { actor } = authorisePerson(ctx, 'notices.readOwn');
	if (!mayRun(actor, 'law.decideChange')) return NOTHING;
	return { waiting: [{ kind: 'law-review', count: await countOpenReviews(ctx), due: null }], happened: [] };
}
