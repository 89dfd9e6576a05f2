import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { readEventsSince, readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { readRoomFile } from '#lib/arena/server/use-cases/read-room-file.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { params, url, locals } = event;
	return guard(url, async () => {
		const page = orNotFound(await readHearing(locals.ctx, params.hearing, linkOf(event)));
		const { events } = orNotFound(await readEventsSince(locals.ctx, params.hearing, 0, linkOf(event)));
		const file = await readRoomFile(locals.ctx, params.hearing, linkOf(event));
		const at = Number(url.searchParams.get('at'));
		return { page, events, file, at: Number.isInteger(at) && at > 0 ? at : null };
	});
};
