import { formatFeed } from '#lib/cases/domain/public-feed.ts';
import { readPublicCases } from '#lib/cases/server/use-cases/read-public-cases.server.ts';
import { readBureauName } from '#lib/identity/server/use-cases/directory.server.ts';
import { publicHeaders } from '#lib/platform/public-headers.server.ts';
import type { RequestHandler } from './$types';

/** The public cases for feed readers. */
export const GET: RequestHandler = async ({ url: { origin }, locals: { ctx } }) => {
	const [{ cases, changedAt }, bureau] = await Promise.all([readPublicCases(ctx), readBureauName(ctx)]);
	const text = formatFeed({ origin, bureau, entries: cases, changedAt: changedAt ?? ctx.now });
	return new Response(text, {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8', ...publicHeaders(changedAt) }
	});
};
