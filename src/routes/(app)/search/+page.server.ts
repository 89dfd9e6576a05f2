import { findCases } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { findPublicCases } from '#lib/cases/server/use-cases/read-public-cases.server.ts';
import { findItems } from '#lib/drills/server/use-cases/titles.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { findPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { findArticles } from '#lib/law/server/use-cases/search-laws.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { PageServerLoad } from './$types';

const LIMIT = 20;

export const load: PageServerLoad = async ({ url, locals: { ctx } }) => {
	const query = (url.searchParams.get('q') ?? '').normalize('NFKC').trim().slice(0, 60);
	if (query === '') return { query, groups: [] };
	const [cases, articles, items, people] = await Promise.all([
		mayRun(ctx.actor, 'cases.readCases') ? findCases(ctx, query, LIMIT) : findPublicCases(ctx, query, LIMIT),
		findArticles(ctx, query, LIMIT),
		mayRun(ctx.actor, 'drills.readOwnRecord') ? findItems(ctx, query, LIMIT) : [],
		mayRun(ctx.actor, 'search.findPeople') ? findPeople(ctx, query, LIMIT) : []
	]);
	const cycle = dayOf(ctx.now).slice(0, 7);
	const found = people.map(({ name, unitName }) => ({
		...{ title: name, excerpt: unitName, path: `/ranking/${cycle}?q=${encodeURIComponent(name)}` }
	}));
	const groups = [
		{ label: '案例', hits: cases },
		{ label: '法规', hits: articles },
		{ label: '习题', hits: items },
		{ label: '人员', hits: found }
	];
	return { query, groups: groups.filter(({ hits }) => hits.length > 0) };
};
