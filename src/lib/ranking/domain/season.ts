import { addMonths } from '#lib/shared/time.ts';
import type { Cycle } from './cycle.ts';

/** A named span of months with a board of its own. */
export interface Season {
	/** `2026-S1`, in the year in which it begins. */
	readonly id: string;
	readonly name: string;
	readonly from: Cycle;
	/** The last month. */
	readonly until: Cycle;
}

/** The months of a season, oldest first. */
export function monthsInSeason({ from, until }: Season): Cycle[] {
	const months: Cycle[] = [];
	for (let month = from; month <= until; month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month);
	return months;
}

/** The seasons in which some months lie, newest first. */
export function seasonsWith(seasons: readonly Season[], months: readonly Cycle[]): Season[] {
	const met = seasons.filter(({ from, until }) => months.some((month) => from <= month && month <= until));
	return met.sort((left, right) => (left.from < right.from ? 1 : -1));
}

/** Why a season cannot stand beside the ones before it; null = can. A year's seasons bear its number. */
export function faultOfSeason(one: Season, before: readonly Season[]): string | null {
	if (one.until < one.from) return '最后一个月早于第一个月';
	if (!one.id.startsWith(`${one.from.slice(0, 4)}-S`)) return '编号以开始的年份起头，例如 2026-S1';
	if (before.some(({ id }) => id === one.id)) return '编号重复';
	const other = before.find(({ from, until }) => from <= one.until && one.from <= until);
	return other ? `与 ${other.id} 重叠：一个月只属于一个赛季` : null;
}
