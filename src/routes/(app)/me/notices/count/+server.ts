import { guard } from '#lib/platform/guard.server.ts';
import { readDigest } from '#lib/notices/server/use-cases/read-notices.server.ts';
import type { RequestHandler } from './$types';

/** The bell's number, for pages that were walked to without being loaded anew. */
export const GET: RequestHandler = ({ url, locals: { ctx } }) =>
	guard(url, async () => {
		const { count } = await readDigest(ctx);
		return Response.json({ count });
	});
