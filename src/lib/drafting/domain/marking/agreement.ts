import type { Random } from '#lib/shared/random.ts';

/** What two people chose for the same thing, each as a place between the worst (0) and the best (1). */
export type Pair = readonly [number, number];
/** The pairs of one document: they hang together, so they are drawn together. */
export type Unit = readonly Pair[];

export interface Agreement {
	readonly kappa: number;
	/** The middle 95 % of the bootstrap; null where too many draws tell nothing. */
	readonly interval: { readonly low: number; readonly high: number } | null;
}

/** Fewer documents than this say nothing. */
export const ENOUGH = 8;
const RUNS = 1_000;
const TAIL = 0.025;

/**
 * Cohen's weighted kappa with quadratic weights: 1 − observed ÷ expected squared distance, where expected means any first
 * with any second choice. Null without pairs, or where everybody always chose the same (nothing could have been mixed up).
 * Source: J. Cohen, Weighted kappa, Psychological Bulletin 70 (1968), 213–220.
 */
export function quadraticKappa(pairs: readonly Pair[]): number | null {
	if (pairs.length === 0) return null;
	const n = pairs.length;
	let [observed, first, second, firstSquares, secondSquares] = [0, 0, 0, 0, 0];
	for (const [one, other] of pairs) {
		observed += (one - other) ** 2;
		first += one;
		second += other;
		firstSquares += one * one;
		secondSquares += other * other;
	}
	// The sum of (one − other)² over all n² combinations, without going through them.
	const expected = firstSquares / n + secondSquares / n - (2 * first * second) / (n * n);
	return expected < 1e-12 ? null : 1 - observed / n / expected;
}

/**
 * How far markers agree, with the bootstrap interval over whole documents (percentile method).
 * Source: B. Efron & R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
 * @returns null for fewer than `ENOUGH` documents, or where kappa is not defined
 */
export function agreementOf(units: readonly Unit[], random: Random): Agreement | null {
	const told = units.filter((unit) => unit.length > 0);
	const kappa = told.length < ENOUGH ? null : quadraticKappa(told.flat());
	if (kappa === null) return null;
	const drawn: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		const sample = Array.from(told, () => told[Math.floor(random() * told.length)]!);
		const one = quadraticKappa(sample.flat());
		if (one !== null) drawn.push(one);
	}
	if (drawn.length < RUNS / 2) return { kappa, interval: null };
	drawn.sort((left, right) => left - right);
	const at = (share: number) => drawn[Math.min(drawn.length - 1, Math.floor(drawn.length * share))]!;
	return { kappa, interval: { low: at(TAIL), high: at(1 - TAIL) } };
}
