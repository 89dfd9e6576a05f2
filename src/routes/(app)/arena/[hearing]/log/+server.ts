import { json } from '@sveltejs/kit';
import { eventsFor } from '#lib/arena/domain/hearing/view.ts';
import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { viewerAskedFor } from '#lib/arena/server/viewer-asked-for.server.ts';
import { readEventsSince } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

/** What a stream would have brought, for whoever has none: the events after a number, and the server's time. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const after = url.searchParams.get('after') ?? '0';
	const read = await guard(url, () =>
		readEventsSince(locals.ctx, params.hearing, /^\d{1,9}$/.test(after) ? Number(after) : 0, linkOf(event))
	);
	const { viewer, events, now } = orNotFound(read);
	return json({ events: eventsFor(events, viewerAskedFor(url, viewer)), now });
};
