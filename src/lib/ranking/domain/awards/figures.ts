import type { Board } from '../board.ts';

/** What the closed boards of a cycle say about one officer; all figures in basis points. */
export interface Figure {
	readonly officerId: string;
	readonly unitId: string;
	readonly rank: number;
	readonly total: number;
	readonly fresh: number;
	readonly retained: number | null;
	/** Months in which the officer was ranked, and months of the cycle. */
	readonly ranked: number;
	readonly months: number;
}

/** What speaks for a unit or a case: a place, a total in basis points, and where both come from in words. */
export interface SubjectFigure extends Pick<Figure, 'officerId' | 'unitId' | 'rank' | 'total'> {
	readonly said: readonly string[];
	/** How it is called in the selection; people are looked up, the others keep the name they stood with. */
	readonly name: string;
	readonly unitName: string;
	/** Who wrote the case; sits on no panel about it. */
	readonly authorId?: string;
}

/** Share of a longer cycle in which an officer must have been ranked, in months: two of three, eight of twelve. */
export const leastMonths = (months: number) => Math.ceil((months * 2) / 3);

const mean = (values: readonly number[]) =>
	values.length === 0 ? null : Math.round(values.reduce((sum, one) => sum + one, 0) / values.length);

/**
 * Officers in the order of a cycle: the mean of the months in which they were ranked, then retained mastery, then first-try
 * accuracy, as on a month's board; equal ones share the rank. Nothing else of the boards is looked at: no count of anything.
 * @param least months in which an officer must have been ranked
 */
export function figuresOf(boards: readonly Board[], least = leastMonths(boards.length)): Figure[] {
	const byOfficer = new Map<string, Board['standings'][number][]>();
	for (const one of boards.flatMap(({ standings }) => standings)) {
		if (one.rank !== null) byOfficer.set(one.officerId, [...(byOfficer.get(one.officerId) ?? []), one]);
	}
	const figures = [...byOfficer].map(([officerId, list]) => ({
		...{ officerId, unitId: list.at(-1)!.unitId, ranked: list.length, months: boards.length },
		total: mean(list.map(({ score }) => score.total))!,
		fresh: mean(list.map(({ score }) => score.fresh))!,
		retained: mean(list.flatMap(({ score }) => score.retained ?? []))
	}));
	const sorted = figures
		.filter(({ ranked }) => ranked >= least)
		.sort((left, right) => compare(left, right) || (left.officerId < right.officerId ? -1 : 1));
	return sorted.map((one) => ({ ...one, rank: 1 + sorted.findIndex((other) => compare(other, one) === 0) }));
}

type Compared = Pick<Figure, 'total' | 'fresh' | 'retained'>;

function compare(left: Compared, right: Compared): number {
	return right.total - left.total || (right.retained ?? -1) - (left.retained ?? -1) || right.fresh - left.fresh;
}
