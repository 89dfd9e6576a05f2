import { readCommentTitles } from '#lib/cases/server/use-cases/commentary-queue.server.ts';
import { readItemTitles } from '#lib/drills/server/use-cases/titles.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readEntries } from '#lib/ranking/server/use-cases/read-entries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const page = orNotFound(await readEntries(ctx, params.cycle, params.officer));
		const subjects = page.entries.flatMap(({ facts }) => facts.flatMap(({ subject }) => subject ?? []));
		const titles = await readTitles(ctx, subjects);
		const entries = page.entries.map((entry) => ({
			...entry,
			path: entry.sourceId && pathOf(entry.source, entry.sourceId),
			facts: entry.facts.map((fact, index) => ({
				...fact,
				title: (fact.subject && titles.get(idOf(fact.subject))) ?? `第 ${index + 1} ${UNITS[entry.source]}`
			}))
		}));
		return { ...page, entries };
	});

const UNITS = { 'daily-set': '题', commentary: '条意见' } as const;

/** Where an entry came from: a set, or `<meeting>:<officer>`. */
const pathOf = (source: keyof typeof UNITS, id: string) =>
	source === 'commentary' ? `/commentary/${id.split(':')[0]}` : `/drills/sets/${id}`;

/** Titles of questions and of comments, by id; whoever may not read commentary sees numbers. */
async function readTitles(ctx: Ctx, subjects: readonly string[]) {
	const idsOf = (kind: string) => subjects.filter((subject) => subject.startsWith(`${kind}:`)).map(idOf);
	const comments = mayRun(ctx.actor, 'cases.readCommentary') ? idsOf('comment') : [];
	const [items, titles] = await Promise.all([
		readItemTitles(ctx, idsOf('item')),
		comments.length > 0 ? readCommentTitles(ctx, comments) : new Map<string, string>()
	]);
	return new Map([...items, ...titles]);
}

/** `item:some-id@2` → `some-id` */
const idOf = (subject: string) => subject.slice(subject.indexOf(':') + 1, subject.lastIndexOf('@'));
