import type { Fen } from '#lib/shared/money.ts';

/** Fewer answers than this allow no conclusion. */
export const FEWEST = 8;

export interface Spread {
	/** How many set a fine. */
	readonly count: number;
	readonly mean: Fen;
	readonly median: Fen;
	/** Lowest and highest. */
	readonly least: Fen;
	readonly most: Fen;
	/** Sample standard deviation ÷ mean; null for fewer than two or a mean of nothing. */
	readonly variation: number | null;
	/** 0–1. */
	readonly insideShare: number;
}

/** How far apart the fines of one decision are; null where nobody set one. */
export function spreadOf(fines: readonly { amount: Fen; isInside: boolean }[]): Spread | null {
	if (fines.length === 0) return null;
	const amounts = fines.map(({ amount }) => amount).sort((left, right) => left - right);
	const count = amounts.length;
	const mean = amounts.reduce((sum, amount) => sum + amount, 0) / count;
	const [low, high] = [amounts[Math.floor((count - 1) / 2)]!, amounts[Math.floor(count / 2)]!];
	return {
		...{ count, mean: Math.round(mean), median: Math.round((low + high) / 2) },
		...{ least: amounts[0]!, most: amounts.at(-1)!, variation: variationOf(amounts, mean) },
		insideShare: fines.filter(({ isInside }) => isInside).length / count
	};
}

function variationOf(amounts: readonly Fen[], mean: number): number | null {
	if (amounts.length < 2 || mean === 0) return null;
	const squares = amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0);
	return Math.sqrt(squares / (amounts.length - 1)) / mean;
}
