import { LEVELS, type Step } from './citation-steps.ts';

/** Where in a law: numbers, not words. */
export interface Place {
	readonly article: number;
	/** The number after 之, 第一百三十四条之一. */
	readonly sub?: number;
	readonly paragraph?: number;
	readonly item?: number;
	/** 目 */
	readonly subitem?: number;
}

/** `134-1`: an article as files, addresses and tables write it. */
export const articleOf = ({ article, sub }: Place) => (sub === undefined ? `${article}` : `${article}-${sub}`);

/** From–to of a range as it was written (第三十条至第三十二条). */
export interface Range {
	readonly unit: (typeof LEVELS)[number];
	readonly from: number;
	readonly to: number;
}

/** A place with the signs that name it; `isImplied` = between the ends of a range, so that all of the range names it. */
export interface WrittenPlace {
	readonly place: Place;
	readonly from: number;
	readonly to: number;
	readonly range?: Range;
	readonly isImplied: boolean;
}

const KEYS = ['article', 'paragraph', 'item', 'subitem'] as const;
/** A longer range is no list of articles any more: its ends are kept. */
const WIDEST_RANGE = 200;

/** The places that steps name. `base` is what 该条 and 该款 stand for; without one the first step is an article. */
export function placesOf(steps: readonly Step[], base: Place | null): WrittenPlace[] {
	const places: WrittenPlace[] = [];
	for (const step of steps) {
		const before = places.at(-1);
		const place = under(before ? before.place : base, step);
		if (!place) return places;
		const opened = step.join === 'inside' ? before : undefined;
		const range = before && step.join === 'range' ? rangeOf(before.place, step) : null;
		const kept = range ?? opened?.range;
		const from = opened ? opened.from : step.from;
		const written = { place, from, to: step.to, isImplied: false, ...(kept ? { range: kept } : {}) };
		if (opened) places.pop();
		if (before && range) places.splice(-1, 1, { ...before, range }, ...between(before, written, range));
		places.push(written);
	}
	return places;
}

/** The place that a step names below or beside another. */
function under(above: Place | null, { level, value, sub }: Step): Place | null {
	if (level === 0) return sub === undefined ? { article: value } : { article: value, sub };
	if (!above) return null;
	const kept: Record<string, number> = { ...(above.sub === undefined ? {} : { sub: above.sub }) };
	for (const key of KEYS.slice(1, level)) if (above[key] !== undefined) kept[key] = above[key];
	return { ...kept, article: above.article, [KEYS[level]]: value };
}

function rangeOf(from: Place, step: Step): Range | null {
	const start = from[KEYS[step.level]];
	if (start === undefined || start >= step.value) return null;
	return { unit: LEVELS[step.level], from: start, to: step.value };
}

/** The places that a range skips. Articles with 之 in between are not named by it, so nobody can know them here. */
function between(first: WrittenPlace, end: WrittenPlace, range: Range): WrittenPlace[] {
	if (range.to - range.from > WIDEST_RANGE) return [];
	const key = KEYS[LEVELS.indexOf(range.unit)]!;
	const outer: Place = key === 'article' ? { article: 0 } : end.place;
	return Array.from({ length: range.to - range.from - 1 }, (_, index) => {
		const place = { ...outer, [key]: range.from + 1 + index };
		return { place, from: first.from, to: end.to, range, isImplied: true };
	});
}
