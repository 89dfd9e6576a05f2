import type { Random } from '#lib/shared/random.ts';

/** What several people said of one unit; null = nothing. The order of people is the same in every unit. */
export type Unit = readonly (string | null)[];

export interface Agreement {
	/** 1 = all agree · 0 = as by chance · below: more apart than by chance. Null where it cannot be told. */
	readonly alpha: number | null;
	/** Values that stand beside another one of the same unit. */
	readonly pairable: number;
	readonly units: number;
}

/** How often each value was said of a unit. */
function countsOf(unit: Unit): Map<string, number> {
	const counts = new Map<string, number>();
	for (const value of unit) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

interface Coincidences {
	/** Sum of all values that can be paired. */
	readonly pairable: number;
	readonly observed: number;
	readonly expected: number;
	/** Cells of the matrix of coincidences that are not empty. */
	readonly cells: number;
	readonly units: number;
	readonly coders: number;
}

/** Observed and expected share of disagreement; units of fewer than two values tell nothing. */
function coincide(units: readonly Unit[]): Coincidences | null {
	const totals = new Map<string, number>();
	const cells = new Set<string>();
	let [pairable, apart, used, coders] = [0, 0, 0, 0];
	for (const unit of units) {
		const counts = countsOf(unit);
		const size = [...counts.values()].reduce((sum, count) => sum + count, 0);
		if (size < 2) continue;
		used += 1;
		pairable += size;
		coders = Math.max(coders, size);
		for (const [value, count] of counts) {
			totals.set(value, (totals.get(value) ?? 0) + count);
			apart += (count * (size - count)) / (size - 1);
			for (const [other, more] of counts) if (value !== other || more > 1) cells.add(`${value}\t${other}`);
		}
	}
	if (pairable === 0) return null;
	const same = [...totals.values()].reduce((sum, count) => sum + count * (count - 1), 0);
	const expected = 1 - same / (pairable * (pairable - 1));
	return { pairable, observed: apart / pairable, expected, cells: cells.size, units: used, coders };
}

/**
 * Krippendorff's alpha for nominal data, any number of coders, values may be missing: 1 − observed ÷ expected disagreement.
 * Null where all said the same of everything (nothing could have been mixed up) or nothing can be paired.
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section D.
 */
export function krippendorffAlpha(units: readonly Unit[]): Agreement {
	const found = coincide(units);
	if (!found) return { alpha: null, pairable: 0, units: 0 };
	const { observed, expected, pairable, units: used } = found;
	return { alpha: expected === 0 ? null : 1 - observed / expected, pairable, units: used };
}

export interface Interval {
	readonly low: number;
	readonly high: number;
}

const RUNS = 1_000;
const TAIL = 0.025;
/** More pairs than this per cell would only make the interval look narrower. */
const PAIRS_A_CELL = 25;

/**
 * The middle 95 % of bootstrapped alphas: the expected disagreement is held, the observed one is drawn again from its own pairs.
 * Source: K. Krippendorff, Bootstrapping Distributions for Krippendorff's Alpha, 2016, section 1. Null where alpha is.
 */
export function alphaInterval(units: readonly Unit[], random: Random): Interval | null {
	const found = coincide(units);
	if (!found || found.expected === 0) return null;
	const { observed, expected, cells, coders, pairable } = found;
	const pairs = Math.max(1, Math.floor(Math.min(PAIRS_A_CELL * cells, ((coders - 1) * pairable) / 2)));
	const alphas = Array.from({ length: RUNS }, () => {
		let apart = 0;
		for (let pair = 0; pair < pairs; pair++) if (random() < observed) apart += 1;
		return Math.max(-1, 1 - apart / pairs / expected);
	}).sort((left, right) => left - right);
	return { low: alphas[Math.floor(RUNS * TAIL)]!, high: alphas[Math.ceil(RUNS * (1 - TAIL)) - 1]! };
}
