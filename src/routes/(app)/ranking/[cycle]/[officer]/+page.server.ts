import { readItemTitles } from '#lib/drills/server/use-cases/titles.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readEntries } from '#lib/ranking/server/use-cases/read-entries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const page = orNotFound(await readEntries(ctx, params.cycle, params.officer));
		const isMine = ctx.actor?.personId === page.officer.id;
		const ids = page.entries.flatMap(({ facts }) => facts.map(({ subject }) => itemOf(subject)));
		const titles = await readItemTitles(ctx, ids);
		const entries = page.entries.map((entry) => ({
			...entry,
			path: isMine ? `/drills/sets/${entry.sourceId}` : null,
			facts: entry.facts.map((fact) => ({ ...fact, title: titles.get(itemOf(fact.subject)) ?? fact.subject }))
		}));
		return { ...page, entries };
	});

/** `item:some-id@2` → `some-id` */
const itemOf = (subject: string) => subject.slice(subject.indexOf(':') + 1, subject.lastIndexOf('@'));
