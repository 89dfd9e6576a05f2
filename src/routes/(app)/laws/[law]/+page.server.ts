import { redirect } from '@sveltejs/kit';
import { listPenalArticles } from '#lib/discretion/server/use-cases/list-penal-articles.server.ts';
import { articleAnchor } from '#lib/law/domain/article-lines.ts';
import { readDatePair } from '#lib/law/server/use-cases/date-pair.server.ts';
import { readLaw } from '#lib/law/server/use-cases/read-law.server.ts';
import { orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url: { pathname, searchParams }, locals: { ctx } }) => {
	const asked = (name: string) => searchParams.get(name);
	const wanted = { version: asked('version'), part: asked('part'), jump: asked('jump') };
	const dates = { on: asked('on'), decided: asked('decided') };
	const [found, penal, pair] = await Promise.all([
		readLaw(ctx, params.law, wanted),
		listPenalArticles(ctx, params.law),
		readDatePair(ctx, params.law, null, dates)
	]);
	const page = orNotFound(found);
	if (page.jump?.target) {
		const { target } = page.jump;
		const version = wanted.version === null ? '' : `version=${page.version}&`;
		redirect(303, `${pathname}?${version}part=${target}#${articleAnchor(target)}`);
	}
	const here = new Set(page.reading?.units.map(({ article }) => article));
	return { ...page, dates, pair, penal: penal.filter((article) => here.has(article)) };
};
