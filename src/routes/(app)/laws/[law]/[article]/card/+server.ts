import { readArticleCard } from '#lib/law/server/use-cases/read-card.server.ts';
import { orNotFound } from '#lib/platform/guard.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import type { RequestHandler } from './$types';

/** Cards are alike for everybody and change with an import at most: five minutes without asking, then by tag (Kit answers 304). */
const KEPT = 'private, max-age=300';

export const GET: RequestHandler = async ({ params, url, locals: { ctx } }) => {
	const card = orNotFound(await readArticleCard(ctx, params.law, params.article, url.searchParams.get('on')));
	const body = JSON.stringify(card);
	const etag = `"${sha256(body).slice(0, 20)}"`;
	return new Response(body, { headers: { etag, 'cache-control': KEPT, 'content-type': 'application/json' } });
};
