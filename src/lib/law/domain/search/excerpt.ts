import { normalise } from './term-codes.ts';

/** A piece of an article's text around what was asked for. */
export interface Excerpt {
	/** Begins and ends with … where text is left out. */
	readonly text: string;
	/** Where in `text` what was asked for begins and ends, in turn. */
	readonly marks: readonly number[];
}

/**
 * The stretch of `length` characters that holds most of the question, cut with … where text is left out.
 * @param words to be marked, with weights that decide which stretch is best (`wordsToMark`)
 */
export function excerptOf(text: string, words: ReadonlyMap<string, number>, length: number): Excerpt {
	const line = text.replace(/\s+/g, ' ').trim();
	const weights = weightsOf(line, words);
	const from = bestStart(weights, length);
	const to = Math.min(line.length, from + length);
	const before = from > 0 ? '…' : '';
	const after = to < line.length ? '…' : '';
	return {
		text: before + line.slice(from, to) + after,
		marks: marksOf(weights.subarray(from, to)).map((place) => place + before.length)
	};
}

/** The pieces of an excerpt in turn: plain, marked, plain, …; the first and the last may be empty. */
export function piecesOf({ text, marks }: Excerpt): string[] {
	const cuts = [0, ...marks, text.length];
	return cuts.slice(1).map((cut, at) => text.slice(cuts[at], cut));
}

/** Per character the weight of the heaviest word that covers it; 0 = none. */
function weightsOf(line: string, words: ReadonlyMap<string, number>): Float64Array {
	const weights = new Float64Array(line.length);
	const plain = normalise(line);
	// Where normalising changes the length (①, ㎡ …) places no longer agree; then nothing is marked.
	if (plain.length !== line.length) return weights;
	for (const [word, weight] of words) {
		for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
			for (let place = at; place < at + word.length; place++) weights[place] = Math.max(weight, weights[place]!);
		}
	}
	return weights;
}

function marksOf(weights: Float64Array): number[] {
	const marks: number[] = [];
	for (let at = 0; at <= weights.length; at++) {
		const isMarked = (weights[at] ?? 0) > 0;
		// An odd number of places = inside a mark.
		if (isMarked !== (marks.length % 2 === 1)) marks.push(at);
	}
	return marks;
}

/** Where a window of `length` covers most weight; the first of those that cover as much. */
function bestStart(weights: Float64Array, length: number): number {
	const last = weights.length - length;
	if (last <= 0) return 0;
	let sum = 0;
	for (let at = 0; at < length; at++) sum += weights[at]!;
	let best = sum;
	let start = 0;
	for (let from = 1; from <= last; from++) {
		sum += weights[from + length - 1]! - weights[from - 1]!;
		if (sum > best + 1e-9) {
			best = sum;
			start = from;
		}
	}
	return start;
}
