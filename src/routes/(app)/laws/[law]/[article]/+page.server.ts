import { readProvisionsOf } from '#lib/discretion/server/use-cases/read-provisions.server.ts';
import { readDatePair } from '#lib/law/server/use-cases/date-pair.server.ts';
import { readArticle } from '#lib/law/server/use-cases/read-laws.server.ts';
import { orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { law, article }, url, locals: { ctx } }) => {
	const dates = { on: url.searchParams.get('on'), decided: url.searchParams.get('decided') };
	const page = orNotFound(await readArticle(ctx, law, article, dates.on));
	// A version's own date names the version and is no day of an act.
	const day = dates.on === page.article.version ? null : dates.on;
	const [pair, provisions] = await Promise.all([
		readDatePair(ctx, law, article, dates),
		readProvisionsOf(ctx, law, article, day)
	]);
	return { ...page, dates, pair, provisions };
};
