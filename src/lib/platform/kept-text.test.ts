import fc from 'fast-check';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gzipAround, KeptText, offerKeptTexts, offerOf } from './kept-text.server.ts';

const text = fc.oneof(fc.string(), fc.constantFrom('', '甲'.repeat(30_000), 'x'.repeat(199), 'y'.repeat(200), '案情'));
const piece = fc.tuple(text, fc.boolean());

test('what comes out of the stream is what went in, piece by piece', () => {
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), (list, level) => {
			const pieces = list.map(([one, isKept]) => (isKept ? new KeptText(one) : Buffer.from(one)));
			expect(gunzipSync(gzipAround(pieces, level)).toString()).toBe(list.map(([one]) => one).join(''));
		})
	);
});

test('marks of an answer are replaced wherever they stand; a text that was not shown is left out', () => {
	const request = new IncomingMessage(new Socket());
	expect(offerOf(request)).toBeUndefined();
	const offer = offerKeptTexts(request);
	const [first, second, third] = ['一', '二', '三'].map((one) => new KeptText(one));
	const marks = [first!, second!, third!].map((one) => offerOf(request)!.take(one));
	const pieces = offer.piecesOf(Buffer.from(`前${marks[2]}${marks[0]}后<!--x0-->`));
	expect(pieces.map((one) => ('packed' in one ? one.text : one.toString())).join('|')).toBe('前|三||一|后<!--x0-->');
});
