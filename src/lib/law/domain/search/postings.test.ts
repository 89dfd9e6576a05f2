import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PostingWriter, eachPosting } from './postings.ts';

function read(bytes: Uint8Array): [number, number][] {
	const list: [number, number][] = [];
	eachPosting(bytes, (document, count) => list.push([document, count]));
	return list;
}

const postings = fc
	.uniqueArray(fc.integer({ min: 0, max: 2 ** 29 - 1 }), { maxLength: 60 })
	.chain((documents) =>
		fc.tuple(
			...documents.sort((a, b) => a - b).map((one) => fc.tuple(fc.constant(one), fc.integer({ min: 1, max: 9999 })))
		)
	);

test('what is packed is read back', () => {
	fc.assert(
		fc.property(postings, (list) => {
			const writer = new PostingWriter();
			for (const [document, count] of list) writer.add(document, count);
			expect(read(writer.bytes)).toEqual(list);
			expect(writer.documents).toBe(list.length);
		})
	);
});

test('neighbouring documents that hold a term once take one byte each', () => {
	const writer = new PostingWriter();
	for (let document = 0; document < 100; document++) writer.add(document, 1);
	expect(writer.bytes.length).toBe(100);
});

test('documents out of order are a bug', () => {
	const writer = new PostingWriter();
	writer.add(5, 1);
	expect(() => writer.add(5, 1)).toThrow(RangeError);
});
