import { readPracticeTitles } from '#lib/discretion/server/use-cases/practice-verdict.server.ts';
import { readTaskTitles } from '#lib/drafting/server/use-cases/list-tasks.server.ts';
import { readDrawableTitles } from '#lib/drills/server/use-cases/titles.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { ChangedBasis } from '#lib/law/domain/basis.ts';
import { readSharing } from '#lib/law/server/use-cases/shared-articles.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Area } from '#lib/shared/piece.ts';
import { GRAVITIES, heaviestOf } from '../domain/defect.ts';
import { rankKin, whyRelated } from '../domain/related-case.ts';
import type { KeptCase } from './case-cache.server.ts';
import { KeptBriefly } from './repository/kept-briefly.server.ts';
import { selectKin } from './repository/list.server.ts';
import type { CaseRow, Standing } from './repository/reading.server.ts';
import { isOnShelf, toCard } from './use-cases/list-cases.server.ts';

const RELATED = 3;
const CANDIDATES = 30;

/** Many cases may cite one article: which are near, and what there is to practise, is not asked anew for every reader. */
const kinOf = new KeptBriefly<Awaited<ReturnType<typeof rankAround>>>(30, 2000);
const linkedOf = new KeptBriefly<Awaited<ReturnType<typeof readLinked>>>(30, 2000);

interface Around {
	readonly changed: ReadonlyMap<string, ChangedBasis>;
	readonly passed: Standing['passed'];
}

/** What stands at the end of a case: what was done well and badly, what to do on it, what to read next. */
export async function readAfter(ctx: Ctx, kept: KeptCase, around: Around) {
	const { id, version } = kept.row;
	const doors = LINKED.map((useCase) => mayRun(ctx.actor, useCase));
	const [practice, related] = await Promise.all([
		linkedOf.get(ctx.db, `${id}@${version} ${doors.join(' ')}`, () => readLinked(ctx, kept)),
		readRelated(ctx, kept, around)
	]);
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

const LINKED = ['drills.practise', 'drafting.readTasks', 'discretion.practise'] as const;

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

async function readRelated(ctx: Ctx, { row }: KeptCase, { changed, passed }: Around) {
	const isReader = mayRun(ctx.actor, 'cases.answerCheckpoint');
	const kin = await kinOf.get(ctx.db, `${row.id}@${row.version}`, () => rankAround(ctx, row));
	const shelf = kin.filter((one) => isOnShelf(one, changed)).slice(0, RELATED);
	return shelf.map(({ why, ...card }) => {
		return { ...toCard({ ...card, answered: passed[card.id] ?? 0 }, isReader, changed), why };
	});
}

/** Cases that share articles or an area, nearest first, each with the reason. */
async function rankAround(ctx: Ctx, row: CaseRow) {
	const list = await readSharing(ctx, 'case', row.id, CANDIDATES);
	const sharing = new Map(list.map((one) => [one.id, one]));
	const cards = await selectKin(ctx.db, { id: row.id, areas: row.areas, sharing: [...sharing.keys()] });
	const kin = cards.map(({ areas, ...card }) => {
		return { ...card, areas: areas as Area[], ...(sharing.get(card.id) ?? NOTHING_SHARED) };
	});
	const own = { industry: row.industry, areas: row.areas as Area[] };
	return rankKin(kin, own, kin.length).map((one) => {
		const { weight: _, articles: __, ...card } = one;
		return { ...card, why: whyRelated(one, own) };
	});
}

const NOTHING_SHARED = { weight: 0, articles: [] };
