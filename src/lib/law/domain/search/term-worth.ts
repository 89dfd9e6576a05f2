import type { TermLists } from './index-parts.ts';
import { eachPosting } from './postings.ts';
import type { Shelf } from './shelf.ts';

/**
 * What it is worth that an article, a heading path or a title holds a term, before rarity and weight: BM25's share of
 * frequency and length.
 *
 * | field        | weight | length counts | source                              |
 * | ------------ | ------ | ------------- | ----------------------------------- |
 * | article text | 1      | 0.6           | Robertson/Zaragoza, BM25F, k1 = 1.2 |
 * | our gist     | 0.6    | 0.6           | the same                            |
 * | heading path | 0.3    | 0.3           | presence only                       |
 * | law title    | 0.4    | 0.3           | presence only                       |
 *
 * It depends on nothing but the index, so a list that is asked for often is unpacked and weighed once (5 of 6 ms of a search).
 */
export const FIELD_WEIGHTS = { gist: 0.6, path: 0.3, title: 0.4 } as const;
const SATURATION = 1.2;
const LENGTH = 0.6;
const SHORT_LENGTH = 0.3;

/** Numbers in rising order, and what each is worth. */
export interface Holders {
	readonly numbers: Uint32Array;
	readonly worths: Float32Array;
}

/** The lists of one term, unpacked. */
export interface TermWorth {
	/** Articles whose text or gist holds the term. */
	readonly documents: number;
	readonly texts: Holders;
	readonly gists: Holders;
	readonly paths: Holders;
	readonly titles: Holders;
}

export const BYTES_PER_HOLDER = 8;

/** Unpacks and weighs the lists of one term. */
export function weighTerm({ documents, texts, gists, paths, titles }: TermLists, shelf: Shelf): TermWorth {
	const { means } = shelf;
	return {
		documents,
		texts: unpack(texts, repeated(shelf.textLengths, means.text)),
		gists: unpack(gists, repeated(shelf.gistLengths, means.gist)),
		paths: unpack(paths, present(shelf.pathLengths, means.path)),
		titles: unpack(titles, present(shelf.titleLengths, means.title))
	};
}

type Worth = (number: number, count: number) => number;

const repeated =
	(lengths: Uint16Array, mean: number): Worth =>
	(number, count) =>
		((1 + SATURATION) * count) / (count + SATURATION * (1 - LENGTH + (LENGTH * lengths[number]!) / mean));

const present =
	(lengths: Uint16Array, mean: number): Worth =>
	(number) =>
		2 / (1 + SHORT_LENGTH + (SHORT_LENGTH * lengths[number]!) / mean);

const NOBODY: Holders = { numbers: new Uint32Array(0), worths: new Float32Array(0) };

function unpack(list: Uint8Array, worth: Worth): Holders {
	if (list.length === 0) return NOBODY;
	const numbers = new Uint32Array(list.length);
	const worths = new Float32Array(list.length);
	let used = 0;
	eachPosting(list, (number, count) => {
		numbers[used] = number;
		worths[used++] = worth(number, count);
	});
	return { numbers: numbers.slice(0, used), worths: worths.slice(0, used) };
}
