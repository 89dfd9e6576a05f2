import type { Path } from '../path.ts';
import { textOf } from '../value.ts';
import { type Ground, type Turns, spots, turned } from './ground.ts';
import { type Change, type Spot, set } from './place.ts';
import { EMPTY_WORDS, UNFIT, digitSlip, otherBases, slipsOf } from './slips.ts';

/** Another text of the same sort. */
function others(spot: Spot, path: Path, ground: Ground): string[] {
	const text = textOf(spot.value);
	return ground.book.statutes.has(text) ? otherBases(text, ground.book, ground.random) : slipsOf(text, ground.random);
}

const changed = (paths: readonly Path[], ground: Ground): Change[] =>
	paths.flatMap((path) =>
		spots(path, ground).flatMap((spot) => others(spot, path, ground).map((text) => [set(spot, text)]))
	);

/** Periods that people mix up. */
const MIXED_UP: Readonly<Record<number, readonly number[]>> = {
	...{ 60: [30, 15, 90], 6: [3, 1], 3: [6, 1], 12: [6, 24], 36: [24, 12], 15: [10, 30, 7] }
};

/** Both sides of a number that should be another. */
export const mixedUp = (value: number) => MIXED_UP[value] ?? [value + 1, value - 1];

export const TEXTS: Turns<'eq' | 'all_eq' | 'all_same' | 'regex' | 'contains_any' | 'forbid_terms'> = {
	eq: ({ a, b }, ground) => [...changed([a], ground), ...changed([b], ground)],
	all_eq: ({ pairs }, ground) =>
		turned(pairs, ground.random).flatMap(({ path, value }) =>
			spots(path, ground).flatMap((spot) =>
				typeof value === 'number'
					? turned(mixedUp(value), ground.random).map((wrong) => [set(spot, wrong)])
					: slipsOf(value, ground.random).map((wrong) => [set(spot, wrong)])
			)
		),
	all_same: ({ paths }, ground) => changed(turned(paths, ground.random), ground),
	regex: ({ path }, { random, ...ground }) =>
		spots(path, { random, ...ground }).flatMap((spot) => {
			const text = textOf(spot.value);
			const cut = text.slice(0, 6) + text.slice(7);
			const slips = [cut, `${text}0`, text.toLowerCase(), /\d/.test(text) ? digitSlip(text, random).slice(1) : cut];
			return turned(slips, random).map((slip) => [set(spot, slip)]);
		}),
	contains_any: ({ path, terms }, ground) =>
		spots(path, ground).flatMap((spot) => {
			const bare = terms.reduce((text, term) => text.replaceAll(term, ''), textOf(spot.value));
			const empty = EMPTY_WORDS[path.text];
			return [...(empty === undefined ? [] : [[set(spot, empty)]]), [set(spot, bare)]];
		}),
	forbid_terms: ({ path, terms }, ground) =>
		spots(path, ground).flatMap((spot) =>
			turned(terms, ground.random).map((term) => [set(spot, `${textOf(spot.value)}${UNFIT[term] ?? `${term}。`}`)])
		)
};
