import { expect, test } from 'vitest';
import { PostingWriter } from './postings.ts';
import type { Shelf } from './shelf.ts';
import { weighTerm } from './term-worth.ts';

function list(...postings: readonly (readonly [number, number])[]): Uint8Array {
	const writer = new PostingWriter();
	for (const [number, count] of postings) writer.add(number, count);
	return writer.bytes;
}

const SHELF: Shelf = {
	...{ documents: 3, versionOf: Uint16Array.of(0, 0, 1), firsts: Uint32Array.of(0, 2, 3) },
	...{ pathOf: Uint32Array.of(0, 0, 1), standings: Float32Array.of(1, 1, 1) },
	...{ firstPaths: Uint32Array.of(0, 1, 2), highestStandings: Float32Array.of(1, 1) },
	...{ textLengths: Uint16Array.of(100, 300, 200), gistLengths: Uint16Array.of(0, 20, 0) },
	...{ pathLengths: Uint16Array.of(4, 12), titleLengths: Uint16Array.of(5, 5) },
	means: { text: 200, gist: 20, path: 8, title: 5 }
};
const NONE = new Uint8Array(0);
const rounded = (worths: Float32Array) => [...worths].map((worth) => Number(worth.toFixed(4)));

test('frequency saturates and length is measured against the mean: BM25 with k1 = 1.2, b = 0.6', () => {
	const texts = list([0, 1], [1, 1], [2, 7]);
	const { texts: found, documents } = weighTerm(
		{ documents: 3, texts, gists: list([1, 2]), paths: NONE, titles: NONE },
		SHELF
	);
	expect(documents).toBe(3);
	expect([...found.numbers]).toEqual([0, 1, 2]);
	expect(rounded(found.worths)).toEqual([
		Number(((2.2 * 1) / (1 + 1.2 * (0.4 + (0.6 * 100) / 200))).toFixed(4)),
		Number(((2.2 * 1) / (1 + 1.2 * (0.4 + (0.6 * 300) / 200))).toFixed(4)),
		Number(((2.2 * 7) / (7 + 1.2)).toFixed(4))
	]);
});

test('in headings and titles only being there counts, more in a short one', () => {
	const term = { documents: 0, texts: NONE, gists: NONE, paths: list([0, 3], [1, 1]), titles: list([1, 1]) };
	const { paths, titles } = weighTerm(term, SHELF);
	expect(rounded(paths.worths)).toEqual([Number((2 / 1.45).toFixed(4)), Number((2 / 1.75).toFixed(4))]);
	expect(rounded(titles.worths)).toEqual([1.25]);
	expect([...titles.numbers]).toEqual([1]);
});
