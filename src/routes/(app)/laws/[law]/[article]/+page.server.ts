import { readDatePair } from '#lib/law/server/use-cases/date-pair.server.ts';
import { readArticle } from '#lib/law/server/use-cases/read-laws.server.ts';
import { orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { law, article }, url, locals: { ctx } }) => {
	const dates = { on: url.searchParams.get('on'), decided: url.searchParams.get('decided') };
	const page = orNotFound(await readArticle(ctx, law, article, dates.on));
	return { ...page, dates, pair: await readDatePair(ctx, law, article, dates) };
};
