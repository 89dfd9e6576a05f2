import type { Board, Standing } from './board.ts';

/** One officer on two boards of the same month; a rank is null where the officer is not ranked. */
export interface Move {
	readonly officerId: string;
	readonly from: number | null;
	readonly to: number | null;
	/** Totals in basis points. */
	readonly totalFrom: number;
	readonly totalTo: number;
}

/** Who stands where on two boards that were made of the same entries by different rules, in the order of the second. */
export function compareBoards(before: Board, after: Board): Move[] {
	const old = new Map(before.standings.map((one) => [one.officerId, one]));
	return after.standings.map((one): Move => {
		const was: Standing | undefined = old.get(one.officerId);
		return {
			...{ officerId: one.officerId, from: was?.rank ?? null, to: one.rank },
			...{ totalFrom: was?.score.total ?? 0, totalTo: one.score.total }
		};
	});
}

/** Whoever stands in the first places of either board decides what a board is looked at for. */
export const PODIUM = 3;

const isHigh = (rank: number | null) => rank !== null && rank <= PODIUM;
/** Places moved; coming onto the board or falling off it weighs more than any move on it. */
const wayOf = ({ from, to }: Move) => (from === null || to === null ? Infinity : Math.abs(from - to));

export interface Moved extends Move {
	/** Whether one of the first places changes. */
	readonly isPodium: boolean;
}

/** Whose place changes: those of the first places first, then by how far. */
export function movesOf(moves: readonly Move[]): Moved[] {
	const moved = moves.filter(({ from, to }) => from !== to);
	const told = moved.map((one) => ({ ...one, isPodium: isHigh(one.from) || isHigh(one.to) }));
	const placeOf = ({ from, to }: Move) => Math.min(from ?? Infinity, to ?? Infinity);
	return told.sort(
		(left, right) =>
			Number(right.isPodium) - Number(left.isPodium) ||
			(left.isPodium
				? placeOf(left) - placeOf(right)
				: Number(wayOf(right) > wayOf(left)) - Number(wayOf(left) > wayOf(right)))
	);
}

/** `3 → 1，上升 2 位` */
export function describeMove({ from, to }: Pick<Move, 'from' | 'to'>): string {
	if (from === null && to === null) return '两版都未上榜';
	if (from === null) return `未上榜 → 第 ${to} 名`;
	if (to === null) return `第 ${from} 名 → 未上榜`;
	if (from === to) return `第 ${to} 名不变`;
	return `第 ${from} 名 → 第 ${to} 名，${to < from ? `上升 ${from - to}` : `下降 ${to - from}`} 位`;
}
