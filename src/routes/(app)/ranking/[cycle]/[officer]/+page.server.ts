import { readItemTitles } from '#lib/drills/server/use-cases/titles.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readEntries } from '#lib/ranking/server/use-cases/read-entries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const page = orNotFound(await readEntries(ctx, params.cycle, params.officer));
		const subjects = page.entries.flatMap(({ facts }) => facts.flatMap(({ subject }) => subject ?? []));
		const titles = await readItemTitles(ctx, subjects.map(itemOf));
		const entries = page.entries.map((entry) => ({
			...entry,
			path: entry.sourceId && `/drills/sets/${entry.sourceId}`,
			facts: entry.facts.map((fact, index) => ({
				...fact,
				title: (fact.subject && titles.get(itemOf(fact.subject))) ?? `第 ${index + 1} 题`
			}))
		}));
		return { ...page, entries };
	});

/** `item:some-id@2` → `some-id` */
const itemOf = (subject: string) => subject.slice(subject.indexOf(':') + 1, subject.lastIndexOf('@'));
