import { mayRun } from '#lib/identity/domain/permissions.ts';
import { NotAllowed, authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readOfficers, readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import { type GuideAgreement, compareMarkers } from '../../domain/figures/marker-agreement.ts';
import { CORE_DOCUMENTS, type NewcomerProgress, progressOf } from '../../domain/figures/newcomer-progress.ts';
import { type WeakOrder, weakestRules } from '../../domain/figures/weak-rules.ts';
import * as figures from '../repository/drafting-figures.server.ts';
import { selectShownHeads } from '../repository/pieces.server.ts';
import { ruleBookOf } from '../rule-books.server.ts';
import { trainingTerms } from '../training-terms.server.ts';

/** How far markers agree, guide by guide, with the numbers behind it; nothing about whose documents they were. */
export async function readAgreement(ctx: Ctx): Promise<(GuideAgreement & { readonly title: string })[]> {
	authorise(ctx, 'drafting.readMarkingFigures');
	const rows = await figures.selectMarkedTwice(ctx.db);
	const titles = new Map(rows.map(({ guideId, title }) => [guideId, title]));
	return compareMarkers(rows).map((one) => ({ ...one, title: titles.get(one.guideId)! }));
}

/** The units below which the actor trains or supervises; whoever does so nowhere is not allowed in. */
async function unitsOf(ctx: Ctx): Promise<{ me: SignedIn; units: Awaited<ReturnType<typeof readUnits>> }> {
	const { actor } = ctx;
	if (!actor) throw new NotAllowed('drafting.readFigures', false);
	const units = await readUnits(ctx);
	const own = units.filter(({ path }) => mayRun(actor, 'drafting.readFigures', { unitPath: path }));
	if (own.length === 0) throw new NotAllowed('drafting.readFigures', true);
	return { me: { ...ctx, actor }, units: own };
}

export const PERIODS = { 30: '近30日', 90: '近90日', 365: '近一年' } as const;
export type Period = keyof typeof PERIODS;

export interface WeakFilter {
	/** '' = all of the reader's units. */
	readonly unit: string;
	readonly document: string;
	readonly period: Period;
	readonly order: WeakOrder;
	readonly query: string;
}

/** The rules that are violated most, out of the documents in which they were applicable, with the tasks that train them. */
export async function readWeakRules(ctx: Ctx, filter: WeakFilter) {
	const { units } = await unitsOf(ctx);
	const chosen = units.find(({ id }) => id === filter.unit);
	const unitIds = (chosen ? units.filter(({ path }) => path.startsWith(chosen.path)) : units).map(({ id }) => id);
	const { documents } = ruleBookOf('default');
	const document = documents.has(filter.document) ? filter.document : null;
	const since = instantOf(addDays(dayOf(ctx.now), -filter.period));
	const [{ counts, submissions }, tasks] = await Promise.all([
		figures.selectRuleCounts(ctx.db, { unitIds, since, document }),
		selectShownHeads(ctx.db, 'task')
	]);
	const ruleOf = (kind: string, id: string) => documents.get(kind)?.rules.find((one) => one.id === id);
	const words = filter.query.trim();
	const rules = weakestRules(counts, ruleOf, filter.order)
		.map((one) => ({
			...{ ...one, documentTitle: documents.get(one.document)!.title },
			tasks: tasks.filter(({ head }) => head.document === one.document).length
		}))
		.filter((one) => `${one.rule} ${one.requirement} ${one.documentTitle}`.includes(words));
	return {
		...{ filter, submissions, rules, units: units.map(({ id, name }) => ({ id, name })) },
		kinds: [...documents.values()].map(({ id, title }) => ({ id, title }))
	};
}
export type WeakRulesPage = Awaited<ReturnType<typeof readWeakRules>>;

/** Who joined longer ago is no newcomer. */
const NEWCOMER_WINDOW_DAYS = 365;

export interface Newcomer extends NewcomerProgress {
	readonly id: string;
	readonly name: string;
	readonly unitName: string;
	readonly joinedOn: string;
}

/**
 * The newcomers of the reader's units and how far they are with the three core documents. Who marks does not see here who waits
 * for a mark.
 */
export async function readNewcomers(ctx: Ctx) {
	const { me } = await unitsOf(ctx);
	const today = dayOf(ctx.now);
	const first = addDays(today, -NEWCOMER_WINDOW_DAYS);
	const all = await readOfficers(ctx);
	const people = all.filter(
		({ joinedOn, unitPath }) =>
			joinedOn >= first && joinedOn <= today && mayRun(me.actor, 'drafting.readFigures', { unitPath })
	);
	const ids = people.map(({ id }) => id);
	const handedIn = await figures.selectCore(ctx.db, ids, CORE_DOCUMENTS);
	const isBlind = mayRun(me.actor, 'drafting.mark');
	const rows = handedIn.filter(({ isMarked, mark }) => !isBlind || !isMarked || mark !== null);
	const { newcomerDays: days, newcomerPass: pass } = trainingTerms();
	const newcomers = people.map(({ id, name, unitName, joinedOn }): Newcomer => {
		const own = rows.filter(({ officerId }) => officerId === id);
		const submissions = own.map(({ submittedAt, ...one }) => ({ ...one, on: dayOf(submittedAt) }));
		return { id, name, unitName, joinedOn, ...progressOf({ joinedOn, today, submissions }, { days, pass }) };
	});
	const { documents } = ruleBookOf('default');
	return {
		...{ isBlind, days, pass, newcomers: newcomers.sort((left, right) => (left.joinedOn < right.joinedOn ? 1 : -1)) },
		titles: CORE_DOCUMENTS.map((id) => ({ id, title: documents.get(id)?.title ?? id }))
	};
}
