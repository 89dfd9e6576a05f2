import { frameFor, viewFor } from '#lib/arena/domain/hearing/view.ts';
import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { viewerAskedFor } from '#lib/arena/server/viewer-asked-for.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

/** A screen on the wall shows what everybody in the room may see, whoever opened it. */
export const load: PageServerLoad = (event) => {
	const { params, url, locals } = event;
	return guard(url, async () => {
		const page = orNotFound(await readHearing(locals.ctx, params.hearing, linkOf(event)));
		const asRoom = new URL(url);
		asRoom.searchParams.set('as', 'room');
		const viewer = viewerAskedFor(asRoom, page.viewer);
		const { id, title, startsAt, isPublic, isCancelled, now } = page;
		const open = { id, title, startsAt, isPublic, isCancelled, now, viewer, seat: null };
		return { page: { ...open, frame: frameFor(page.frame, viewer), hearing: viewFor(page.hearing, viewer) } };
	});
};
