import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readEntries } from '#lib/ranking/server/use-cases/read-entries.server.ts';
import { SOURCE_WORDS } from '#lib/ranking/ui/source-words.ts';
import { pathOf, readTitles } from './entry-titles.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const page = orNotFound(await readEntries(ctx, params.cycle, params.officer));
		const subjects = page.entries.flatMap(({ facts }) => facts.flatMap(({ subject }) => subject ?? []));
		const titles = await readTitles(ctx, subjects);
		const entries = page.entries.map((entry) => ({
			...entry,
			path: entry.sourceId && pathOf(entry.source, entry.sourceId, entry.facts[0]?.subject ?? null),
			facts: entry.facts.map((fact, index) => ({
				...fact,
				title: (fact.subject && titles.get(fact.subject)) ?? `第 ${index + 1} ${SOURCE_WORDS[entry.source].unit}`
			}))
		}));
		return { ...page, entries };
	});
