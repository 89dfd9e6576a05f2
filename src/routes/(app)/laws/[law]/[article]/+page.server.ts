import { readProvisionsOf } from '#lib/discretion/server/use-cases/read-provisions.server.ts';
import { compareArticle } from '#lib/law/server/use-cases/compare-versions.server.ts';
import { readDatePair } from '#lib/law/server/use-cases/date-pair.server.ts';
import { readArticle } from '#lib/law/server/use-cases/read-article.server.ts';
import { orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { law, article }, url, locals: { ctx } }) => {
	const dates = { on: url.searchParams.get('on'), decided: url.searchParams.get('decided') };
	const older = url.searchParams.get('compare');
	const page = orNotFound(await readArticle(ctx, law, article, dates.on));
	const { version } = page.article;
	// A version's own date names the version and is no day of an act.
	const day = dates.on === version ? null : dates.on;
	const [pair, provisions, comparison] = await Promise.all([
		readDatePair(ctx, law, article, dates),
		readProvisionsOf(ctx, law, article, day),
		older === null ? null : compareArticle(ctx, { law, article, version }, older)
	]);
	return { ...page, dates, pair, provisions, comparison: comparison && orNotFound(comparison) };
};
