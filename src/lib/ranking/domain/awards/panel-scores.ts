import { type Criterion, type Honour, TIE_BREAKS, type TieBreak } from './honour.ts';

/** One reviewer's marks: nominee → criterion → 0–10; `reasons` by `nominee/criterion`. */
export interface Sheet {
	readonly marks: Readonly<Record<string, Readonly<Record<string, number>>>>;
	readonly reasons: Readonly<Record<string, string>>;
}

/** A sheet's sum for one nominee in tenths of a point, 0–1000. */
export function totalOf(marks: Readonly<Record<string, number>>, criteria: readonly Criterion[]): number {
	return criteria.reduce((sum, { id, weight }) => sum + weight * (marks[id] ?? 0), 0);
}

export interface PanelScore {
	readonly nomineeId: string;
	/** Sums of the sheets in tenths, lowest first: whose they are is not told. */
	readonly totals: readonly { readonly tenths: number; readonly isDropped: boolean }[];
	/** Hundredths of a point. */
	readonly mean: number;
	/** Mean of the first criterion's mark in hundredths. */
	readonly first: number;
	/** 1 = first; equal ones share it. */
	readonly place: number;
	readonly isShortlisted: boolean;
	/** What decided against the one with the same mean, in words; null = nothing had to. */
	readonly tie: string | null;
}

/** Board totals in basis points by nominee; −1 = not on the board. */
export type BoardTotals = Readonly<Record<string, number>>;

type Counted = Omit<PanelScore, 'place' | 'isShortlisted' | 'tie'> & { readonly board: number };

/**
 * Means and places: from `dropFrom` sheets on the highest and the lowest sum of each nominee are dropped; equal means are
 * decided by the declared tie-breaks; whoever is still equal shares the place, and shares the last place of the shortlist.
 */
export function scorePanel(
	{ criteria, panel, tieBreaks }: Pick<Honour, 'criteria' | 'panel' | 'tieBreaks'>,
	sheets: readonly Sheet[],
	{ places, boards }: { readonly places: number; readonly boards: BoardTotals }
): PanelScore[] {
	const counted = Object.keys(boards).map((nomineeId): Counted => {
		const marks = sheets.map((sheet) => sheet.marks[nomineeId] ?? {});
		return { ...countOne(marks, criteria, panel.dropFrom), nomineeId, board: boards[nomineeId]! };
	});
	const compare = compareBy(tieBreaks);
	counted.sort((left, right) => compare(left, right) || (left.nomineeId < right.nomineeId ? -1 : 1));
	return counted.map((one) => {
		const place = 1 + counted.filter((other) => compare(other, one) < 0).length;
		const { board: _, ...score } = one;
		return { ...score, place, isShortlisted: place <= places, tie: tieOf(one, counted, tieBreaks) };
	});
}

function countOne(
	marks: readonly Readonly<Record<string, number>>[],
	criteria: readonly Criterion[],
	dropFrom: number
): Omit<Counted, 'nomineeId' | 'board'> {
	const sorted = marks
		.map((one) => ({ tenths: totalOf(one, criteria), first: one[criteria[0]!.id] ?? 0 }))
		.sort((left, right) => left.tenths - right.tenths || left.first - right.first);
	const drops = sorted.length >= dropFrom;
	const kept = drops ? sorted.slice(1, -1) : sorted;
	const mean = (values: readonly number[], factor: number) =>
		values.length === 0 ? 0 : Math.round((values.reduce((sum, one) => sum + one, 0) * factor) / values.length);
	return {
		totals: sorted.map(({ tenths }, at) => ({ tenths, isDropped: drops && (at === 0 || at === sorted.length - 1) })),
		mean: mean(
			kept.map(({ tenths }) => tenths),
			10
		),
		first: mean(
			kept.map(({ first }) => first),
			100
		)
	};
}

const VALUES: Readonly<Record<TieBreak, (one: Counted) => number>> = {
	'first-criterion': ({ first }) => first,
	'board-total': ({ board }) => board
};

const compareBy = (tieBreaks: readonly TieBreak[]) => (left: Counted, right: Counted) =>
	right.mean - left.mean ||
	tieBreaks.map((one) => VALUES[one](right) - VALUES[one](left)).find((difference) => difference !== 0) ||
	0;

function tieOf(one: Counted, all: readonly Counted[], tieBreaks: readonly TieBreak[]): string | null {
	const equal = all.filter((other) => other !== one && other.mean === one.mean);
	if (equal.length === 0) return null;
	const deciding = tieBreaks.find((rule) => equal.some((other) => VALUES[rule](other) !== VALUES[rule](one)));
	const shares = equal.some((other) => compareBy(tieBreaks)(other, one) === 0);
	if (shares) return '平均分相同，各项同分规则也相同，并列。';
	return `平均分相同，由${TIE_BREAKS[deciding!]}决定先后。`;
}
