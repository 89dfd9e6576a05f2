import { readPracticeTitles } from '#lib/discretion/server/use-cases/practice-verdict.server.ts';
import { readTaskTitles } from '#lib/drafting/server/use-cases/list-tasks.server.ts';
import { readDrawableTitles } from '#lib/drills/server/use-cases/titles.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { ChangedBasis } from '#lib/law/domain/basis.ts';
import { type SharingPiece, readSharing } from '#lib/law/server/use-cases/shared-articles.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { GRAVITIES, heaviestOf } from '../domain/defect.ts';
import { rankKin, whyRelated } from '../domain/related-case.ts';
import type { KeptCase } from './case-cache.server.ts';
import { KeptBriefly } from './repository/kept-briefly.server.ts';
import { selectKin } from './repository/list.server.ts';
import { isOnShelf, toCard } from './use-cases/list-cases.server.ts';

const RELATED = 3;
const CANDIDATES = 30;
/** Many cases may cite one article: who shares what is not counted anew for every reader. */
const sharingOf = new KeptBriefly<SharingPiece[]>(300, 2000);

/** What stands at the end of a case: what was done well and badly, what to do on it, what to read next. */
export async function readAfter(ctx: Ctx, kept: KeptCase, changed: ReadonlyMap<string, ChangedBasis>) {
	const [practice, related] = await Promise.all([readLinked(ctx, kept), readRelated(ctx, kept, changed)]);
	return { judgement: judgementOf(kept), practice, related };
}
export type AfterReading = Awaited<ReturnType<typeof readAfter>>;

/** What was done well, what was wrong and what it leads to; null in versions stored before the format had it. */
export function judgementOf({ row, grounds }: KeptCase) {
	const parts = row.body.parts;
	if (!parts) return null;
	const heaviest = heaviestOf(parts.defects);
	return {
		well: parts.well,
		heaviest: heaviest && GRAVITIES[heaviest],
		defects: parts.defects.map(({ what, area, gravity, better, rule }, index) => {
			return { what, area, gravity, better, rule, ground: grounds[index] ?? null };
		})
	};
}

/** Drill items, tasks and practice cases on the same thing, as far as this reader may do them. */
async function readLinked(ctx: Ctx, { row }: KeptCase) {
	const { items, tasks, practice } = row.body.parts?.related ?? { items: [], tasks: [], practice: [] };
	const decide = row.body.parts?.decide ?? null;
	const [shownItems, shownTasks, shownPractice] = await Promise.all([
		mayRun(ctx.actor, 'drills.practise') ? readDrawableTitles(ctx, items) : [],
		mayRun(ctx.actor, 'drafting.readTasks') ? readTaskTitles(ctx, tasks) : [],
		mayRun(ctx.actor, 'discretion.practise')
			? readPracticeTitles(ctx, [...new Set([...(decide === null ? [] : [decide]), ...practice])])
			: []
	]);
	return { items: shownItems, tasks: shownTasks, practice: shownPractice };
}

async function readRelated(ctx: Ctx, { row }: KeptCase, changed: ReadonlyMap<string, ChangedBasis>) {
	const personId = mayRun(ctx.actor, 'cases.answerCheckpoint') ? ctx.actor!.personId : null;
	const list = await sharingOf.get(ctx.db, row.id, () => readSharing(ctx, 'case', row.id, CANDIDATES));
	const sharing = new Map(list.map((one) => [one.id, one]));
	const cards = await selectKin(ctx.db, { id: row.id, areas: row.areas, personId, sharing: [...sharing.keys()] });
	const kin = cards
		.filter((card) => isOnShelf(card, changed))
		.map((card) => ({ ...toCard(card, personId !== null, changed), ...(sharing.get(card.id) ?? NOTHING_SHARED) }));
	const own = { industry: row.industry, areas: toCard({ ...row, answered: 0 }, false, changed).areas };
	return rankKin(kin, own, RELATED).map(({ weight: _, articles, ...card }) => ({
		...card,
		why: whyRelated({ ...card, weight: 0, articles }, own)
	}));
}

const NOTHING_SHARED = { weight: 0, articles: [] };
