import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type AwardCycle, cycleAt, kindOfCycle, monthsOf, titleOfCycle } from '../../domain/awards/award-cycle.ts';
import { formatCycle } from '../../domain/cycle.ts';
import { cycleOf } from '../../domain/entry.ts';
import { makePeriodBoard } from '../../domain/period-board.ts';
import { hasRule } from '../../domain/rule.ts';
import { monthsInSeason, seasonsWith } from '../../domain/season.ts';
import { nameUnits, readNames } from '../board-people.server.ts';
import { readBoardOf } from '../board-of.server.ts';
import * as repository from '../repository.server.ts';
import { allSeasons } from '../seasons.server.ts';
import { currentRules } from './current-rules.server.ts';

/** The board of a quarter, a year or a season with names and the months behind every mean. */
export async function readPeriodBoard(ctx: Ctx, period: AwardCycle) {
	authorise(ctx, 'ranking.readBoard');
	const current = cycleOf(dayOf(ctx.now));
	const span = spanOf(period);
	const rules = await currentRules(ctx);
	const past = (span?.months ?? []).filter((month) => hasRule(rules, month) && month <= current);
	if (!span || past.length === 0) return refuse('no-such-period', '没有这一期的榜单。');
	const [all, cycles] = await Promise.all([
		Promise.all(past.map(async (month) => ({ month, ...(await readBoardOf(ctx, month)) }))),
		repository.selectCycles(ctx.db)
	]);
	const months = all.filter(({ board, closed }) => closed !== null || board.standings.length > 0);
	const made = makePeriodBoard(months.map(({ board, closed }) => ({ board, isClosed: closed !== null })));
	const nameOf = await readNames(ctx, made.standings, `${span.months[0]!}-01`);
	const people = made.standings.map(({ officerId, unitId, ...row }) => ({ ...row, ...nameOf({ officerId, unitId }) }));
	return ok({
		...{ period, title: span.title, isSeason: span.isSeason, least: made.least, people },
		me: people.find(({ isMe }) => isMe) ?? null,
		months: months.map(({ month, closed }) => ({ month, title: formatCycle(month), isClosed: closed !== null })),
		isOver: past.length === span.months.length && months.every(({ closed }) => closed !== null),
		units: await nameUnits(ctx, made.units),
		periods: [...seasonsOf([...cycles, current]), ...periodsOf([...cycles, current])]
	});
}

/** What a quarter, a year or a season is made of; null = there is none of that name. */
function spanOf(period: string): { title: string; months: readonly string[]; isSeason: boolean } | null {
	const season = allSeasons().find(({ id }) => id === period);
	if (season) return { title: season.name, months: monthsInSeason(season), isSeason: true };
	const kind = kindOfCycle(period);
	if (kind !== 'quarter' && kind !== 'year') return null;
	return { title: titleOfCycle(period), months: monthsOf(period), isSeason: false };
}

/** The seasons in which some months lie, newest first. */
export const seasonsOf = (months: readonly string[]): { period: string; title: string }[] =>
	seasonsWith(allSeasons(), months).map(({ id, name }) => ({ period: id, title: name }));

/** The quarters and years in which some months lie, newest first, quarters before their year. */
export function periodsOf(months: readonly string[]): { period: AwardCycle; title: string }[] {
	const of = (kind: 'quarter' | 'year') => [...new Set(months.map((month) => cycleAt(kind, `${month}-01`)))];
	const newestFirst = [...of('quarter'), ...of('year')].sort((left, right) => {
		return right.slice(0, 4).localeCompare(left.slice(0, 4)) || right.localeCompare(left);
	});
	return newestFirst.map((period) => ({ period, title: titleOfCycle(period) }));
}
