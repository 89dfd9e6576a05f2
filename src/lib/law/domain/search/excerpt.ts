import type { QuestionTerms } from './question-terms.ts';
import { normalise } from './term-codes.ts';

/** A piece of an article's text around what was asked for; the marked parts are words of the question. */
export interface Excerpt {
	readonly parts: readonly { readonly text: string; readonly marked: boolean }[];
}

/** Pairs weighing less (stop words, words of every other article) are not worth a mark. */
const WORTH_MARKING = 1;

/**
 * The stretch of `length` characters that holds most of the question, cut with … where text is left out.
 * @param terms weights times rarity: they decide which stretch is best and what is marked
 */
export function excerptOf(text: string, terms: QuestionTerms, length: number): Excerpt {
	const line = text.replace(/\s+/g, ' ').trim();
	const weights = weightsOf(line, terms);
	const from = bestStart(weights, length);
	const to = Math.min(line.length, from + length);
	const parts: { text: string; marked: boolean }[] = [];
	for (const { segment, index } of WORDS.segment(line.slice(from, to))) {
		const marked = isMarked(weights.subarray(from + index, from + index + segment.length));
		const last = parts.at(-1);
		if (last?.marked === marked) last.text += segment;
		else parts.push({ text: segment, marked });
	}
	if (from > 0) parts.unshift({ text: '…', marked: false });
	if (to < line.length) parts.push({ text: '…', marked: false });
	return { parts };
}

/** Marks are drawn under whole words: the pairs that were found begin and end in the middle of some. */
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** A word of which at least half was asked for; single characters join words that stand apart too often. */
function isMarked(weights: Float64Array): boolean {
	return weights.length > 1 && weights.filter((weight) => weight > 0).length * 2 >= weights.length;
}

/** Per character the weight of the heaviest pair or word of the question that covers it; 0 = none. */
function weightsOf(line: string, terms: QuestionTerms): Float64Array {
	const weights = new Float64Array(line.length);
	const plain = normalise(line);
	// Where normalising changes the length (①, ㎡ …) places no longer agree; then nothing is marked.
	if (plain.length !== line.length) return weights;
	for (const [term, weight] of terms) {
		if (term.length < 2 || weight < WORTH_MARKING) continue;
		for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
			for (let place = at; place < at + term.length; place++) weights[place] = Math.max(weight, weights[place]!);
		}
	}
	return weights;
}

/** Where a window of `length` covers most weight; a little before the first mark, so that the words stand in context. */
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
