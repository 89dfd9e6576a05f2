import { normalise } from './term-codes.ts';

/** Everyday words and the legal words that say the same: data of `content/law-search`. */
export interface LexiconEntry {
	readonly say: readonly string[];
	readonly law: readonly string[];
}

/** A lexicon ready for looking up. */
export interface Lexicon {
	readonly meanings: ReadonlyMap<string, readonly string[]>;
	/** Characters of the longest everyday word. */
	readonly longest: number;
}

/** Puts entries into one table; a word that stands in several entries has all their meanings. */
export function buildLexicon(entries: readonly LexiconEntry[]): Lexicon {
	const meanings = new Map<string, string[]>();
	for (const { say, law } of entries) {
		for (const word of say.map(normalise)) meanings.set(word, [...(meanings.get(word) ?? []), ...law]);
	}
	return { meanings, longest: Math.max(0, ...[...meanings.keys()].map((word) => word.length)) };
}

/**
 * The legal words for what a question says, one group per everyday word; at each place the longest everyday word counts,
 * and a word that is said twice counts once.
 */
export function translate(question: string, { meanings, longest }: Lexicon): (readonly string[])[] {
	const text = normalise(question);
	const found = new Map<string, readonly string[]>();
	for (let at = 0; at < text.length;) {
		let length = Math.min(longest, text.length - at);
		while (length > 0 && !meanings.has(text.slice(at, at + length))) length--;
		const word = text.slice(at, at + length);
		const group = meanings.get(word);
		if (group) found.set(word, group);
		at += Math.max(1, length);
	}
	return [...found.values()];
}
