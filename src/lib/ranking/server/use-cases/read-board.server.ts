import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatDay } from '#lib/shared/time.ts';
import type { Board, Standing } from '../../domain/board.ts';
import { type Cycle, boundsOf, formatCycle, isCycle, isFirstDays, previousCycle } from '../../domain/cycle.ts';
import { cycleOf } from '../../domain/entry.ts';
import { describeRule } from '../../domain/describe-rule.ts';
import { type Rule, hasRule, ruleAfter, ruleOf } from '../../domain/rule.ts';
import { type Part, partsOf, scoreOf, unitOf } from '../../domain/score.ts';
import { EMPTY_TALLY } from '../../domain/tally.ts';
import { readBoardOf } from '../board-of.server.ts';
import { type Named, readNames } from '../board-people.server.ts';
import * as repository from '../repository.server.ts';
import { currentRules } from './current-rules.server.ts';
import { periodsOf } from './read-period-board.server.ts';

const TOP = 5;

/** A month's board with names: the published one of a closed month, else the present state. */
export async function readBoard(ctx: Ctx, cycle: Cycle) {
	authorise(ctx, 'ranking.readBoard');
	if (!isCycle(cycle) || !hasRule(currentRules(), cycle)) return refuse('no-such-cycle', '没有这个月份的榜单。');
	const today = dayOf(ctx.now);
	const showsPrevious = cycle === cycleOf(today) && isFirstDays(today);
	const [{ board, closed, rule }, before, cycles] = await Promise.all([
		readBoardOf(ctx, cycle),
		showsPrevious ? readBoardOf(ctx, previousCycle(cycle)) : null,
		repository.selectCycles(ctx.db)
	]);
	const ids = [...board.standings, ...(before?.board.standings ?? [])].map(({ officerId }) => officerId);
	const { nameOf, unitName } = await readNames(ctx, [...new Set(ids)], boundsOf(cycle).from);
	const rows = board.standings.map((one) => toRow(one, rule, nameOf(one)));
	return ok({
		...{ cycle, title: formatCycle(cycle), open: closed === null, root: closed?.root ?? null },
		closedOn: closed ? `${formatDay(dayOf(closed.closedAt))} ${clockOf(closed.closedAt)}` : null,
		...{ rule: describeRule(rule), ruleVersion: rule.version, people: rows },
		announced: closed ? null : announce(cycle),
		components: rule.components.map(({ key, name, short }) => ({ key, name, short })),
		me: rows.find(({ isMe }) => isMe) ?? null,
		units: board.units.map((one) => ({ ...one, name: unitName(one.unitId) })),
		previous: before && before.board.standings.length > 0 ? summarise(before, nameOf) : null,
		cycles: [...new Set([cycleOf(today), cycle, ...cycles])].sort().reverse(),
		periods: periodsOf([cycle])
	});
}

/** The rule that follows the one of a running month: it is told before it counts. */
function announce(cycle: Cycle) {
	const next = ruleAfter(currentRules(), cycle);
	return next && { version: next.version, from: formatDay(next.effectiveFrom), lines: describeRule(next) };
}

function toRow({ rank, score, tally }: Standing, rule: Rule, named: Named) {
	const { total, missing } = score;
	return { ...named, rank, total, missing, sets: tally.sets, parts: partsOf(tally, rule).map(toFigure) };
}

const toFigure = ({ component, figure, counted }: Part) => ({
	// Without a single question or piece there is no figure to show, whatever the rule takes it for.
	...{ key: component.key, figure: counted === 0 ? null : figure, counted, unit: unitOf(component) }
});

function summarise({ board, rule }: { board: Board; rule: Rule }, nameOf: (one: Standing) => Named) {
	const top = board.standings.filter(({ rank }) => rank !== null).slice(0, TOP);
	return { cycle: board.cycle, title: formatCycle(board.cycle), top: top.map((one) => toRow(one, rule, nameOf(one))) };
}

/** The actor's own place this month (and, on its first days, the month before) for 今日. */
export async function readOwnStanding(ctx: Ctx) {
	const { actor } = authorisePerson(ctx, 'ranking.readBoard');
	const today = dayOf(ctx.now);
	const cycle = cycleOf(today);
	const last = isFirstDays(today) ? previousCycle(cycle) : null;
	const [now, before] = await repository.selectPlaces(ctx.db, actor.personId, [cycle, last]);
	return { ...toPlace(cycle, now), previous: last && toPlace(last, before) };
}

type PlaceRow = Awaited<ReturnType<typeof repository.selectPlaces>>[number];

function toPlace(cycle: Cycle, { tally, ranked, above }: PlaceRow) {
	const { total, missing } = scoreOf(tally ?? EMPTY_TALLY, ruleOf(currentRules(), cycle));
	return { cycle, rank: missing.length === 0 ? above + 1 : null, of: ranked, total, missing };
}

export type BoardPage = Extract<Awaited<ReturnType<typeof readBoard>>, Result<unknown> & { ok: true }>['value'];
