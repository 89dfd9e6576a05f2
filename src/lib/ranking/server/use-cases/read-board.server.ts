import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatDay } from '#lib/shared/time.ts';
import { rankUnits } from '../../domain/board.ts';
import { type Cycle, boundsOf, formatCycle, isCycle, isFirstDays, previousCycle } from '../../domain/cycle.ts';
import { cycleOf } from '../../domain/entry.ts';
import { describeRule } from '../../domain/describe-rule.ts';
import { type Rule, hasRule, ruleAfter, ruleOf } from '../../domain/rule.ts';
import { type Part, partsOf, scoreOf, unitOf } from '../../domain/score.ts';
import { EMPTY_TALLY, type Tally } from '../../domain/tally.ts';
import { readStateOf } from '../board-of.server.ts';
import { type Named, nameUnits, readNames } from '../board-people.server.ts';
import { PAGE_ROWS, type PlacedRow, type View, readRows, readTop } from '../board-rows.server.ts';
import { readLateCorrections } from '../late-corrections.server.ts';
import * as boards from '../repository/board.server.ts';
import * as repository from '../repository.server.ts';
import { currentRules } from './current-rules.server.ts';
import { periodsOf, seasonsOf } from './read-period-board.server.ts';

const TOP = 5;
const WHOLE: View = { kind: 'people', group: null, query: '', page: 1 };

/** A page of a month's board with names: of the published one of a closed month, else of the present state. */
export async function readBoard(ctx: Ctx, cycle: Cycle, view: View = WHOLE) {
	authorise(ctx, 'ranking.readBoard');
	const rules = await currentRules(ctx);
	if (!isCycle(cycle) || !hasRule(rules, cycle)) return refuse('no-such-cycle', '没有这个月份的榜单。');
	const today = dayOf(ctx.now);
	const [state, shown, mine, cycles] = await Promise.all([
		readStateOf(ctx, cycle),
		readRows(ctx, cycle, view),
		ctx.actor ? boards.selectPlace(ctx.db, cycle, ctx.actor.personId) : null,
		repository.selectCycles(ctx.db)
	]);
	const { closing, rule } = state;
	const me = mine && withPlace(mine, rule);
	const people = await describeRows(ctx, state, me ? [...shown.rows, me] : shown.rows);
	return ok({
		...{ cycle, title: formatCycle(cycle), open: closing === null, root: closing?.root ?? null },
		closedOn: closing ? `${formatDay(dayOf(closing.closedAt))} ${clockOf(closing.closedAt)}` : null,
		...{ rule: describeRule(rule), ruleVersion: rule.version, people: me ? people.slice(0, -1) : people },
		...{ page: view.page, pages: Math.max(1, Math.ceil(shown.count / PAGE_ROWS)), count: shown.count },
		announced: closing ? null : announce(rules, cycle),
		components: rule.components.map(({ key, name, short }) => ({ key, name, short })),
		me: me ? people.at(-1)! : null,
		units: view.kind === 'units' ? await readUnitBoard(ctx, cycle) : [],
		previous: cycle === cycleOf(today) && isFirstDays(today) ? await summarise(ctx, previousCycle(cycle)) : null,
		corrections: closing ? await readLateCorrections(ctx, cycle, rule) : [],
		cycles: [...new Set([cycleOf(today), cycle, ...cycles])].sort().reverse(),
		periods: [...periodsOf([cycle]), ...seasonsOf([cycle])]
	});
}

const withPlace = (one: NonNullable<Awaited<ReturnType<typeof boards.selectPlace>>>, rule: Rule): PlacedRow => {
	const rank = scoreOf(one.tally, rule).missing.length > 0 ? null : one.higher + 1;
	return { ...one, rank, place: rank };
};

/** The rule that follows the one of a running month: it is told before it counts. */
function announce(rules: readonly Rule[], cycle: Cycle) {
	const next = ruleAfter(rules, cycle);
	return next && { version: next.version, from: formatDay(next.effectiveFrom), lines: describeRule(next) };
}

async function describeRows(
	ctx: Ctx,
	{ cycle, rule }: { readonly cycle: Cycle; readonly rule: Rule },
	rows: readonly PlacedRow[]
) {
	const ids = [...new Set(rows.map(({ officerId }) => officerId))];
	const [tallies, nameOf] = await Promise.all([
		boards.selectTalliesOf(ctx.db, cycle, ids),
		readNames(ctx, rows, boundsOf(cycle).from)
	]);
	// Of two readings a moment apart the second may know of one more entry, never of one less.
	return rows.map((row) => toRow(row, nameOf(row), { rule, tally: tallies.get(row.officerId) ?? EMPTY_TALLY }));
}

function toRow({ rank, place }: PlacedRow, named: Named, { rule, tally }: { rule: Rule; tally: Tally }) {
	const { total, missing } = scoreOf(tally, rule);
	return { ...named, rank, place, total, missing, sets: tally.sets, parts: partsOf(tally, rule).map(toFigure) };
}

const toFigure = ({ component, figure, counted }: Part) => ({
	// Without a single question or piece there is no figure to show, whatever the rule takes it for.
	...{ key: component.key, figure: counted === 0 ? null : figure, counted, unit: unitOf(component) }
});

async function readUnitBoard(ctx: Ctx, cycle: Cycle) {
	return nameUnits(ctx, rankUnits(await boards.selectUnitSums(ctx.db, cycle)));
}

async function summarise(ctx: Ctx, cycle: Cycle) {
	if (!hasRule(await currentRules(ctx), cycle)) return null;
	const [state, top] = await Promise.all([readStateOf(ctx, cycle), readTop(ctx, cycle, TOP)]);
	if (top.length === 0) return null;
	return { cycle, title: formatCycle(cycle), top: await describeRows(ctx, state, top) };
}

/** The actor's own place this month (and, on its first days, the month before) for 今日. */
export async function readOwnStanding(ctx: Ctx) {
	const { actor } = authorisePerson(ctx, 'ranking.readBoard');
	const today = dayOf(ctx.now);
	const cycle = cycleOf(today);
	const last = isFirstDays(today) ? previousCycle(cycle) : null;
	const rules = await currentRules(ctx);
	const [now, before] = await repository.selectPlaces(ctx.db, actor.personId, [cycle, last]);
	return { ...toPlace(cycle, now, rules), previous: last && toPlace(last, before, rules) };
}

type PlaceRow = Awaited<ReturnType<typeof repository.selectPlaces>>[number];

function toPlace(cycle: Cycle, { tally, ranked, above }: PlaceRow, rules: readonly Rule[]) {
	const { total, missing } = scoreOf(tally ?? EMPTY_TALLY, ruleOf(rules, cycle));
	return { cycle, rank: missing.length === 0 ? above + 1 : null, of: ranked, total, missing };
}

export type BoardPage = Extract<Awaited<ReturnType<typeof readBoard>>, Result<unknown> & { ok: true }>['value'];
