import { isDatabaseReady } from '#lib/platform/installation.server.ts';
import type { RequestHandler } from './$types';

/** Ready: the database answers and holds what the pages need. */
export const GET: RequestHandler = async ({ locals: { ctx } }) => {
	const ready = await isDatabaseReady(ctx);
	return Response.json({ app: 'leitai', status: ready ? 'ready' : 'not-ready' }, { status: ready ? 200 : 503 });
};
