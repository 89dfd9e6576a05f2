import { readBundles } from '#lib/arena/server/use-cases/read-bundles.server.ts';
import { readCommentTitles } from '#lib/cases/server/use-cases/commentary-queue.server.ts';
import { readCaseTitles } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { readPracticeTitles } from '#lib/discretion/server/use-cases/practice-verdict.server.ts';
import { readTaskTitles } from '#lib/drafting/server/use-cases/list-tasks.server.ts';
import { readReviewTitles } from '#lib/drafting/server/use-cases/review-list.server.ts';
import { readItemTitles } from '#lib/drills/server/use-cases/titles.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Source } from '#lib/ranking/domain/entry.ts';

type Titles = ReadonlyMap<string, string>;
const asMap = (rows: readonly { readonly id: string; readonly title: string }[]): Titles =>
	new Map(rows.map(({ id, title }) => [id, title]));
const NONE: Titles = new Map();

/** Who knows what a subject is called, by its kind; whoever may not read there sees numbers instead. */
const ROOMS: Readonly<Record<string, (ctx: Ctx, ids: readonly string[]) => Promise<Titles>>> = {
	item: readItemTitles,
	task: async (ctx, ids) => asMap(await readTaskTitles(ctx, ids)),
	review: async (ctx, ids) => (mayRun(ctx.actor, 'drafting.readFiles') ? readReviewTitles(ctx, ids) : NONE),
	practice: async (ctx, ids) => asMap(await readPracticeTitles(ctx, ids)),
	case: readCaseTitles,
	bundle: async (ctx) => asMap(await readBundles(ctx)),
	comment: async (ctx, ids) => (mayRun(ctx.actor, 'cases.readCommentary') ? readCommentTitles(ctx, ids) : NONE)
};

const kindOf = (subject: string) => subject.slice(0, subject.indexOf(':'));

/** `item:some-id@2` → `some-id` */
export const idOf = (subject: string) => subject.slice(subject.indexOf(':') + 1, subject.lastIndexOf('@'));

/** What the subjects of entries are called, by subject. */
export async function readTitles(ctx: Ctx, subjects: readonly string[]): Promise<Titles> {
	const kinds = [...new Set(subjects.map(kindOf))].filter((kind) => Object.hasOwn(ROOMS, kind));
	const found = await Promise.all(
		kinds.map(async (kind) => {
			const own = subjects.filter((subject) => kindOf(subject) === kind);
			const titles = await ROOMS[kind]!(ctx, [...new Set(own.map(idOf))]);
			return own.flatMap((subject): [string, string][] => {
				const title = titles.get(idOf(subject));
				return title === undefined ? [] : [[subject, title]];
			});
		})
	);
	return new Map(found.flat());
}

/** Where an entry came from; a correction leads to what was corrected. */
export function pathOf(source: Source, sourceId: string, subject: string | null): string | null {
	const [id] = sourceId.split('#');
	switch (source) {
		case 'daily-set':
			return `/drills/sets/${id}`;
		case 'drafting':
			return `/drafting/submissions/${id}`;
		case 'file-review':
			return subject && `/drafting/files/${idOf(subject)}`;
		case 'discretion-case':
			return `/discretion/cases/attempts/${id}`;
		case 'case-published':
			return `/cases/${id}`;
		case 'commentary':
			// `<meeting>:<officer>`
			return `/commentary/${sourceId.split(':')[0]}`;
		case 'hearing':
			// `<hearing>:<officer>`
			return `/arena/${sourceId.split(':')[0]}/result`;
	}
}
