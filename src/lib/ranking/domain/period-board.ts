import { figuresOf, leastMonths } from './awards/figures.ts';
import type { Board, Standing } from './board.ts';

/** A month of a longer cycle: its published board, or the present state of the one that is running. */
export interface PeriodMonth {
	readonly board: Board;
	readonly isClosed: boolean;
}

export interface PeriodStanding {
	readonly officerId: string;
	readonly unitId: string;
	/** Mean of the months in which the officer was ranked, in basis points; null without any. */
	readonly total: number | null;
	/** Null below the minimum of ranked months. */
	readonly rank: number | null;
	/** Total of each month, in the order of the months; null where the officer was not ranked. */
	readonly months: readonly (number | null)[];
	/** So many ranked months are missing. */
	readonly lacking: number;
}

export interface PeriodUnit {
	readonly unitId: string;
	/** Mean of the ranked officers' means; null when nobody is ranked. */
	readonly mean: number | null;
	readonly rank: number | null;
	readonly ranked: number;
	readonly officers: number;
}

export interface PeriodBoard {
	/** Ranked months that are needed. */
	readonly least: number;
	readonly standings: readonly PeriodStanding[];
	readonly units: readonly PeriodUnit[];
}

/**
 * The board of a quarter or year from the boards of its months, oldest first: the mean of the months in which an officer was
 * ranked, so that a month missed costs nothing and a month more gains nothing. Two thirds of the months that are closed are needed, one at
 * least; the running one counts for whoever is ranked in it already. Ties are broken as for awards.
 */
export function makePeriodBoard(months: readonly PeriodMonth[]): PeriodBoard {
	const boards = months.map(({ board }) => board);
	const least = Math.max(1, leastMonths(months.filter(({ isClosed }) => isClosed).length));
	const figures = figuresOf(boards, least);
	const byBoard = boards.map(({ standings }) => new Map(standings.map((one) => [one.officerId, one])));
	const describe = (officerId: string) => {
		const rows = byBoard.map((board) => board.get(officerId));
		const totals = rows.map((row) => (row && row.rank !== null ? row.score.total : null));
		const ranked = totals.filter((total) => total !== null);
		return {
			...{ months: totals, lacking: Math.max(0, least - ranked.length), unitId: lastUnit(rows) },
			total: ranked.length === 0 ? null : Math.round(ranked.reduce((sum, one) => sum + one, 0) / ranked.length)
		};
	};
	const standings = figures.map(({ officerId, unitId, rank, total }) => {
		return { officerId, ...describe(officerId), unitId, rank, total };
	});
	const placed = new Set(figures.map(({ officerId }) => officerId));
	const waiting = [...new Set(byBoard.flatMap((board) => [...board.keys()]))]
		.filter((officerId) => !placed.has(officerId))
		.map((officerId) => ({ officerId, ...describe(officerId), rank: null }))
		.sort((left, right) => left.lacking - right.lacking || (left.officerId < right.officerId ? -1 : 1));
	const all: PeriodStanding[] = [...standings, ...waiting];
	return { least, standings: all, units: rankUnits(all) };
}

/** Of the last month in which the officer stands. */
const lastUnit = (rows: readonly (Standing | undefined)[]): string => rows.findLast((row) => row !== undefined)!.unitId;

function rankUnits(standings: readonly PeriodStanding[]): PeriodUnit[] {
	const units = [...new Set(standings.map(({ unitId }) => unitId))].map((unitId) => {
		const members = standings.filter((one) => one.unitId === unitId);
		const totals = members.flatMap(({ rank, total }) => (rank === null || total === null ? [] : [total]));
		const mean = totals.length === 0 ? null : Math.round(totals.reduce((sum, one) => sum + one, 0) / totals.length);
		return { unitId, mean, ranked: totals.length, officers: members.length };
	});
	units.sort((left, right) => (right.mean ?? -1) - (left.mean ?? -1) || (left.unitId < right.unitId ? -1 : 1));
	const rankOf = (mean: number) => 1 + units.filter((one) => (one.mean ?? -1) > mean).length;
	return units.map((one) => ({ ...one, rank: one.mean === null ? null : rankOf(one.mean) }));
}
