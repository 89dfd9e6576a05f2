import { normalise } from './term-codes.ts';

/** Everyday words and the legal words that say the same: data of `content/law-search`. */
export interface LexiconEntry {
	readonly say: readonly string[];
	readonly law: readonly string[];
}

/** A lexicon ready for looking up. */
export interface Lexicon {
	readonly meanings: ReadonlyMap<string, readonly string[]>;
	/** Everyday words of at least three characters by their first: people put others between (欠工资, 欠了我三个月工资). */
	readonly stretchable: ReadonlyMap<string, readonly string[]>;
	/** Characters of the longest everyday word. */
	readonly longest: number;
}

/** What an everyday word of a question means. */
export interface Meaning {
	readonly law: readonly string[];
	/** 1 = said as it stands in the lexicon. */
	readonly weight: number;
}

const STRETCHABLE = 3;
/** Characters that may stand between those of a word, within one sentence. */
const MOST_BETWEEN = 4;
const STRETCHED = 0.7;
const SENTENCE_END = /[,.?!;:。、…]/;

/** Puts entries into one table; a word that stands in several entries has all their meanings. */
export function buildLexicon(entries: readonly LexiconEntry[]): Lexicon {
	const meanings = new Map<string, string[]>();
	for (const { say, law } of entries) {
		for (const word of say.map(normalise)) meanings.set(word, [...(meanings.get(word) ?? []), ...law]);
	}
	const stretchable = new Map<string, string[]>();
	for (const word of meanings.keys()) {
		if (word.length >= STRETCHABLE) stretchable.set(word[0]!, [...(stretchable.get(word[0]!) ?? []), word]);
	}
	return { meanings, stretchable, longest: Math.max(0, ...[...meanings.keys()].map((word) => word.length)) };
}

/**
 * The legal words for what a question says, one group per everyday word: at each place the longest word that does not lie
 * inside the one before, then words whose characters stand there in order with a few others between. A word that is said
 * twice counts once.
 */
export function translate(question: string, lexicon: Lexicon): Meaning[] {
	const text = normalise(question);
	const found = new Map<string, Meaning>();
	let end = 0;
	for (let at = 0; at < text.length; at++) {
		const word = longestWord(text, at, lexicon);
		if (word === '' || at + word.length <= end) continue;
		found.set(word, { law: lexicon.meanings.get(word)!, weight: 1 });
		end = at + word.length;
	}
	for (let at = 0; at < text.length; at++) {
		for (const word of lexicon.stretchable.get(text[at]!) ?? []) {
			if (!found.has(word) && isStretched(text, at, word))
				found.set(word, { law: lexicon.meanings.get(word)!, weight: STRETCHED });
		}
	}
	return [...found.values()];
}

function longestWord(text: string, at: number, { meanings, longest }: Lexicon): string {
	let length = Math.min(longest, text.length - at);
	while (length > 0 && !meanings.has(text.slice(at, at + length))) length--;
	return text.slice(at, at + length);
}

function isStretched(text: string, from: number, word: string): boolean {
	let last = from;
	for (let at = 1; at < word.length; at++) {
		last = text.indexOf(word[at]!, last + 1);
		if (last < 0 || last >= from + word.length + MOST_BETWEEN) return false;
	}
	return !SENTENCE_END.test(text.slice(from, last));
}
