import { NUMERALS, readNumber } from '#lib/shared/read-number.ts';
import { titleKey } from '../title-key.ts';

/** The article that a citation-shaped question names. */
export interface DirectHit {
	/** Key (`titleKey`) of the law's title or short title, as given in `known`. */
	readonly key: string;
	/** `97` or `134-1`. */
	readonly article: string;
}

const NUMBER = `[${NUMERALS}]{1,9}`;
const WITH_WORD = new RegExp(`^(.*?)第?\\s*(${NUMBER})\\s*条(?:\\s*之\\s*(${NUMBER}))?`);
const BARE = /^(.*?[^\d\s.-])\s*(\d{1,4})(?:-(\d{1,2}))?$/;

/**
 * Reads `安全生产法97条`, `《刑法》第一百三十四条之一`, `民法典1079`: a title that is known, right before a number.
 * @param known whether a key is the title or short title of a law in the index
 */
export function directHit(question: string, known: (key: string) => boolean): DirectHit | null {
	const text = question.normalize('NFKC').trim();
	const match = WITH_WORD.exec(text) ?? BARE.exec(text);
	if (!match) return null;
	const [, before, numeral, subNumeral] = match;
	const number = readNumber(numeral!);
	const sub = subNumeral === undefined ? undefined : readNumber(subNumeral);
	if (number === null || number < 1 || sub === null) return null;
	const key = longestKnownEnding(titleKey(before!), known);
	return key === null ? null : { key, article: sub === undefined ? String(number) : `${number}-${sub}` };
}

/** 请问安全生产法 → 安全生产法. */
function longestKnownEnding(title: string, known: (key: string) => boolean): string | null {
	for (let from = 0; from < title.length - 1; from++) if (known(title.slice(from))) return title.slice(from);
	return null;
}
