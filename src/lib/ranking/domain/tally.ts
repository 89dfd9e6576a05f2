import type { NewEntry } from './entry.ts';
import type { Rule } from './rule.ts';

/** What the entries of one officer and cycle add up to: counts only, so that the order of entries does not matter. */
export interface Tally {
	readonly sets: number;
	readonly fresh: number;
	/** Sum of marks (0–100 each) over the fresh questions. */
	readonly freshMarks: number;
	readonly reviews: number;
	readonly retained: number;
}

export const EMPTY_TALLY: Tally = { sets: 0, fresh: 0, freshMarks: 0, reviews: 0, retained: 0 };

/** Adds one entry by the rule of its cycle; of a source that the rule does not score it changes nothing. */
export function addEntry(tally: Tally, entry: Pick<NewEntry, 'source' | 'complete' | 'facts'>, rule: Rule): Tally {
	if (!rule.sources.includes(entry.source)) return tally;
	const fresh = entry.facts.filter(
		({ daysSinceLast }) => daysSinceLast === null || daysSinceLast >= rule.freshAfterDays
	);
	const reviews = entry.facts.filter(
		({ wasDue, daysSinceFirstSuccess }) => wasDue && (daysSinceFirstSuccess ?? -1) >= rule.retainedAfterDays
	);
	return {
		sets: tally.sets + (entry.complete ? 1 : 0),
		fresh: tally.fresh + fresh.length,
		freshMarks: tally.freshMarks + fresh.reduce((sum, { mark }) => sum + mark, 0),
		reviews: tally.reviews + reviews.length,
		retained: tally.retained + reviews.filter(({ mark }) => mark === 100).length
	};
}

/** All figures in basis points: 10 000 = 100.00. */
export interface Score {
	readonly total: number;
	readonly fresh: number;
	/** Null while nothing could be measured. */
	readonly retained: number | null;
	/** What is missing for taking part; empty = ranked. */
	readonly missing: readonly string[];
}

/**
 * One number that orders officers as the board does: total, then retained mastery, then first-try accuracy; −1 = not
 * ranked. At most 1.0001 × 10¹⁴, so it stays a safe integer.
 */
export function standingKey({ total, retained, fresh, missing }: Score): number {
	if (missing.length > 0) return -1;
	return total * 10 ** 10 + ((retained ?? -1) + 1) * 10 ** 5 + fresh;
}

/** The score of a tally; pure integers, rounded half up. */
export function scoreOf(tally: Tally, rule: Rule): Score {
	const fresh = tally.fresh === 0 ? 0 : Math.round((tally.freshMarks * 100) / tally.fresh);
	const retained = tally.reviews === 0 ? null : Math.round((tally.retained * 10_000) / tally.reviews);
	const weighted = retained === null ? fresh : (fresh * rule.weights.fresh + retained * rule.weights.retained) / 100;
	const sets = rule.minimumSets - tally.sets;
	const questions = rule.minimumFresh - tally.fresh;
	const missing = [
		...(sets > 0 ? [`还差 ${sets} 组今日练兵`] : []),
		...(questions > 0 ? [`还差 ${questions} 道首答题`] : [])
	];
	return { total: Math.round(weighted), fresh, retained, missing };
}
