import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { viewerAskedFor } from '#lib/arena/server/viewer-asked-for.server.ts';
import { nodeHub } from '#lib/arena/server/live/node-hub.server.ts';
import { openStream } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { handOver } from '#lib/platform/stream-handover.server.ts';
import type { RequestHandler } from './$types';

/**
 * The events of a hearing as they happen: `id` is their number, `data` the event as whoever asks may see it. Besides:
 * `clock` with the server's milliseconds, and `reload` when somebody sees the hearing with other eyes from now on.
 */
export const GET: RequestHandler = async (event) => {
	const { request, params, url, locals } = event;
	const looking = orNotFound(await guard(url, () => openStream(locals.ctx, params.hearing, linkOf(event))));
	const last = request.headers.get('last-event-id') ?? url.searchParams.get('after') ?? '0';
	const { viewer, seat, known } = looking;
	return handOver((response) =>
		nodeHub().take(response, {
			...{ hearingId: params.hearing, viewer: viewerAskedFor(url, viewer), seatId: seat?.id ?? null },
			after: /^\d{1,9}$/.test(last) ? Number(last) : 0,
			publicDelay: known.frame.procedure.publicDelaySeconds * 1000
		})
	);
};
