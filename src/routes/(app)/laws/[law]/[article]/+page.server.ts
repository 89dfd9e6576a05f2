import { readProvisionsOf } from '#lib/discretion/server/use-cases/read-provisions.server.ts';
import { readArticle } from '#lib/law/server/use-cases/read-laws.server.ts';
import { orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { ctx } }) => {
	const on = url.searchParams.get('on');
	const page = orNotFound(await readArticle(ctx, params.law, params.article, on));
	// A version's own date names the version and is no day of an act.
	const day = on === page.article.version ? null : on;
	return { ...page, provisions: await readProvisionsOf(ctx, params.law, params.article, day) };
};
