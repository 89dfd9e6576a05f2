import type { Meaning } from './lexicon.ts';
import { eachTerm, normalise } from './term-codes.ts';

/** Words weighing less (stop words, words of every other article) are not worth a mark. */
const WORTH_MARKING = 1;
/** Legal words up to this many characters have no word inside. */
const LONGEST_SINGLE = 3;
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The words of a question, and of what they mean in law, that are drawn attention to in what was found, with their weights.
 * Whole words, because the pairs that are searched for begin and end in the middle of some; those of the question, because
 * cutting all texts found into words takes longer than ranking them.
 * @param meanings what `translate` made of the question
 * @param worthOf weight times rarity of a term of the question; 0 = none of it
 */
export function wordsToMark(
	question: string,
	meanings: readonly Meaning[],
	worthOf: (term: string) => number
): ReadonlyMap<string, number> {
	const words = new Map<string, number>();
	const add = (word: string) => {
		if (word.length < 2 || words.has(word)) return;
		let worth = 0;
		eachTerm(word, (term, isPair) => (worth = Math.max(worth, isPair ? worthOf(term) : 0)));
		if (worth >= WORTH_MARKING) words.set(word, worth);
	};
	for (const { segment } of WORDS.segment(normalise(question))) add(segment);
	for (const meaning of meanings.flatMap(({ law }) => law)) {
		add(meaning);
		if (meaning.length > LONGEST_SINGLE) wordsIn(meaning).forEach(add);
	}
	return words;
}

/** Legal words come from a list and come again: each is cut once. */
const cut = new Map<string, readonly string[]>();
const MOST_CUT = 20_000;

function wordsIn(meaning: string): readonly string[] {
	const known = cut.get(meaning);
	if (known) return known;
	if (cut.size >= MOST_CUT) cut.clear();
	const words = Array.from(WORDS.segment(meaning), ({ segment }) => segment);
	cut.set(meaning, words);
	return words;
}
