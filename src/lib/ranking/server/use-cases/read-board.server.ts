import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatDay } from '#lib/shared/time.ts';
import type { Board, Standing } from '../../domain/board.ts';
import { type Cycle, boundsOf, formatCycle, isCycle, isFirstDays, previousCycle } from '../../domain/cycle.ts';
import { cycleOf } from '../../domain/entry.ts';
import { RULES, describeRule, hasRule, ruleOf } from '../../domain/rule.ts';
import { EMPTY_TALLY, scoreOf } from '../../domain/tally.ts';
import { readBoardOf } from '../board-of.server.ts';
import { type Named, readNames } from '../board-people.server.ts';
import * as repository from '../repository.server.ts';
import { periodsOf } from './read-period-board.server.ts';

const TOP = 5;

/** A month's board with names: the published one of a closed month, else the present state. */
export async function readBoard(ctx: Ctx, cycle: Cycle) {
	authorise(ctx, 'ranking.readBoard');
	if (!isCycle(cycle) || !hasRule(cycle)) return refuse('no-such-cycle', '没有这个月份的榜单。');
	const today = dayOf(ctx.now);
	const showsPrevious = cycle === cycleOf(today) && isFirstDays(today);
	const [{ board, closed }, before, cycles] = await Promise.all([
		readBoardOf(ctx, cycle),
		showsPrevious ? readBoardOf(ctx, previousCycle(cycle)) : null,
		repository.selectCycles(ctx.db)
	]);
	const ids = [...board.standings, ...(before?.board.standings ?? [])].map(({ officerId }) => officerId);
	const { nameOf, unitName } = await readNames(ctx, [...new Set(ids)], boundsOf(cycle).from);
	const rows = board.standings.map((one) => toRow(one, nameOf(one)));
	const rule = RULES.find(({ version }) => version === board.ruleVersion) ?? ruleOf(cycle);
	return ok({
		...{ cycle, title: formatCycle(cycle), open: closed === null, root: closed?.root ?? null },
		closedOn: closed ? `${formatDay(dayOf(closed.closedAt))} ${clockOf(closed.closedAt)}` : null,
		...{ rule: describeRule(rule), ruleVersion: rule.version, people: rows },
		me: rows.find(({ isMe }) => isMe) ?? null,
		units: board.units.map((one) => ({ ...one, name: unitName(one.unitId) })),
		previous: before && before.board.standings.length > 0 ? summarise(before.board, nameOf) : null,
		cycles: [...new Set([cycleOf(today), cycle, ...cycles])].sort().reverse(),
		periods: periodsOf([cycle])
	});
}

function toRow({ rank, score, tally }: Standing, named: Named) {
	return {
		...{ ...named, rank, total: score.total },
		...{ fresh: score.fresh, retained: score.retained, missing: score.missing },
		...{ sets: tally.sets, freshCount: tally.fresh, reviews: tally.reviews }
	};
}

function summarise(board: Board, nameOf: (one: Standing) => Named) {
	const top = board.standings.filter(({ rank }) => rank !== null).slice(0, TOP);
	const rows = top.map((one) => toRow(one, nameOf(one)));
	return { cycle: board.cycle, title: formatCycle(board.cycle), top: rows };
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
	const { total, missing } = scoreOf(tally ?? EMPTY_TALLY, ruleOf(cycle));
	return { cycle, rank: missing.length === 0 ? above + 1 : null, of: ranked, total, missing };
}

export type BoardPage = Extract<Awaited<ReturnType<typeof readBoard>>, Result<unknown> & { ok: true }>['value'];
