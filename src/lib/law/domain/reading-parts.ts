/** Units from–to (indices, both included) that one view shows. */
export interface ReadingPart {
	readonly from: number;
	readonly to: number;
}

/** A unit as far as its size asks. */
export interface SizedUnit {
	/** Characters of its wording. */
	readonly length: number;
	/** Lines of its wording. */
	readonly lines: number;
}

/** Bytes of a page that a unit takes: its wording is there twice, as markup and as data, with three bytes a character. */
export function weightOf({ length, lines }: SizedUnit): number {
	return 6 * length + 80 * lines + 520;
}

/** Text and outline of a view may weigh so many bytes, so that the page with its frame stays below 100 kB. */
export const VIEW_BYTES = 88_000;
/** A line of the outline, as markup and as data. */
const OUTLINE_LINE_BYTES = 280;

/** What the outline leaves for the text. */
export function roomBeside(outlineLines: number): number {
	return VIEW_BYTES - OUTLINE_LINE_BYTES * outlineLines;
}
/** What is lighter is no view of its own where a neighbour has room for it: a preface, closing articles, a section of some articles. */
const SMALL = VIEW_BYTES / 5;

/**
 * Cuts a text into views: the largest pieces of its outline that fit – the whole law, a book, a chapter, a section – and
 * what has no headings inside, or too much below one heading, into even runs. Every unit is in exactly one view.
 * @param weights bytes of each unit, see `weightOf`
 * @param paths of each unit, see `pathsOf`
 * @param room bytes of a view
 */
export function cutIntoParts(
	weights: readonly number[],
	paths: readonly (readonly number[])[],
	room: number
): ReadingPart[] {
	if (weights.length === 0) return [];
	const weigh = ({ from, to }: ReadingPart) => weights.slice(from, to + 1).reduce((sum, one) => sum + one, 0);
	const cut = (part: ReadingPart, depth: number): ReadingPart[] => {
		if (weigh(part) <= room) return [part];
		const groups = groupAt(paths, part, depth);
		const isLeaf = groups.length === 1 && paths[part.from]![depth] === undefined;
		if (isLeaf) return cutEvenly(weights, part, room);
		return joinSmall(
			groups.flatMap((group) => cut(group, depth + 1)),
			{ weigh, room }
		);
	};
	return cut({ from: 0, to: weights.length - 1 }, 0);
}

/** Neighbours below one heading of a depth; those right below the heading above are a group too. */
function groupAt(paths: readonly (readonly number[])[], { from, to }: ReadingPart, depth: number): ReadingPart[] {
	const groups: ReadingPart[] = [];
	for (let index = from; index <= to; index++) {
		const before = groups.at(-1);
		const isSame = before && paths[index]![depth] === paths[before.from]![depth];
		if (isSame) groups.splice(-1, 1, { from: before.from, to: index });
		else groups.push({ from: index, to: index });
	}
	return groups;
}

/** Runs of about the same weight; a unit that is too heavy by itself stands alone. */
function cutEvenly(weights: readonly number[], { from, to }: ReadingPart, room: number): ReadingPart[] {
	const total = weights.slice(from, to + 1).reduce((sum, one) => sum + one, 0);
	const wanted = total / Math.ceil(total / room);
	const runs: ReadingPart[] = [];
	let start = from;
	let weight = 0;
	for (let index = from; index <= to; index++) {
		const isFull = weight > 0 && (weight + weights[index]! > room || weight + weights[index]! / 2 > wanted);
		if (isFull) {
			runs.push({ from: start, to: index - 1 });
			start = index;
			weight = 0;
		}
		weight += weights[index]!;
	}
	return [...runs, { from: start, to }];
}

function joinSmall(
	parts: readonly ReadingPart[],
	{ weigh, room }: { weigh: (part: ReadingPart) => number; room: number }
): ReadingPart[] {
	const joined: ReadingPart[] = [];
	for (const part of parts) {
		const before = joined.at(-1);
		const both = before && { from: before.from, to: part.to };
		const isJoined = both && Math.min(weigh(before), weigh(part)) < SMALL && weigh(both) <= room;
		if (isJoined) joined.splice(-1, 1, both);
		else joined.push(part);
	}
	return joined;
}
