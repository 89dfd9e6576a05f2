import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_IMAGE_BYTES } from './image-limits.ts';
import { joinBytes } from './image-bytes.ts';
import { readImage } from './image.ts';

const text = (words: string) => new TextEncoder().encode(words);
const u32 = (value: number) => new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
const u16 = (value: number) => new Uint8Array([value >>> 8, value & 255]);
const low32 = (value: number) => u32(value).reverse();
const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);

const chunk = (name: string, data: Uint8Array) => joinBytes([u32(data.length), text(name), data, u32(0)]);
const png = (width: number, height: number, ...more: Uint8Array[]) =>
	joinBytes([
		...[new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
		chunk('IHDR', joinBytes([u32(width), u32(height), new Uint8Array([8, 2, 0, 0, 0])])),
		...more,
		...[chunk('IDAT', new Uint8Array([1, 2, 3])), chunk('IEND', new Uint8Array())]
	]);

const segment = (marker: number, data: Uint8Array) =>
	joinBytes([new Uint8Array([0xff, marker]), u16(data.length + 2), data]);
const frame = (width: number, height: number) =>
	segment(0xc0, joinBytes([new Uint8Array([8]), u16(height), u16(width), new Uint8Array([1, 1, 0x11, 0])]));
/** Place in words, and how the camera was held. */
const exif = (turn: number) =>
	segment(
		0xe1,
		joinBytes([
			text('Exif\0\0II'),
			new Uint8Array([0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0, 0, 0, 0, 0]),
			text('GPS 31.2,121.4')
		])
	);
const jpeg = (...segments: Uint8Array[]) =>
	joinBytes([
		new Uint8Array([0xff, 0xd8]),
		...segments,
		segment(0xda, new Uint8Array([1, 1, 0, 0, 63, 0])),
		new Uint8Array([9, 8, 0xff, 0, 7, 0xff, 0xd9])
	]);

const webpChunk = (name: string, data: Uint8Array) =>
	joinBytes([text(name), low32(data.length), data, new Uint8Array(data.length % 2)]);
const webp = (...chunks: Uint8Array[]) => {
	const body = joinBytes(chunks);
	return joinBytes([text('RIFF'), low32(body.length + 4), text('WEBP'), body]);
};
const lossy = webpChunk('VP8 ', new Uint8Array([0, 0, 0, 0x9d, 1, 0x2a, 0x20, 3, 0x58, 2, 0, 0]));
const extended = (flags: number) => webpChunk('VP8X', new Uint8Array([flags, 0, 0, 0, 0x1f, 3, 0, 0x57, 2, 0]));

describe('a picture', () => {
	it('has the size that stands in its bytes', () => {
		const sizeOf = (bytes: Uint8Array) => {
			const read = readImage(bytes);
			return read.ok ? [read.value.mime, read.value.width, read.value.height] : read.refusal.code;
		};
		expect(sizeOf(png(640, 480))).toEqual(['image/png', 640, 480]);
		expect(sizeOf(jpeg(frame(800, 600)))).toEqual(['image/jpeg', 800, 600]);
		expect(sizeOf(webp(lossy))).toEqual(['image/webp', 800, 600]);
		expect(sizeOf(webp(extended(0), lossy))).toEqual(['image/webp', 800, 600]);
		expect(sizeOf(webp(webpChunk('VP8L', new Uint8Array([0x2f, 0x1f, 0xc3, 0x95, 0]))))).toEqual([
			'image/webp',
			800,
			600
		]);
	});

	it('loses where, when and with what it was taken, and what hangs behind its end', () => {
		const tail = text('<script>tail</script>');
		const cases = [
			png(9, 9, chunk('eXIf', text('GPS 31.2')), chunk('tEXt', text('Author 邱桂平')), chunk('tIME', text('20260212'))),
			jpeg(exif(1), segment(0xed, text('Photoshop GPS')), segment(0xfe, text('Author')), frame(9, 9)),
			webp(extended(0x2c), lossy, webpChunk('EXIF', text('GPS 31.2')), webpChunk('XMP ', text('Author')))
		];
		for (const bytes of cases) {
			const read = readImage(joinBytes([bytes, tail]));
			expect(read.ok && ['GPS', 'Author', '2026', 'tail'].filter((words) => holds(read.value.bytes, words))).toEqual(
				[]
			);
			// What is left is read as the same picture again, and has nothing more to lose.
			const again = read.ok && readImage(read.value.bytes);
			expect(again).toEqual(read);
		}
	});

	it('stands upright still: of EXIF only the turn is kept', () => {
		const read = readImage(jpeg(exif(6), frame(800, 600)));
		expect(read).toMatchObject({ ok: true, value: { width: 600, height: 800 } });
		expect(read.ok && holds(read.value.bytes, 'GPS')).toBe(false);
		expect(read.ok && readImage(read.value.bytes)).toEqual(read);
	});

	it.each([
		['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'no-image'],
		['a GIF', text('GIF89a'), 'no-image'],
		['HTML', text('<!doctype html><script>alert(1)</script>'), 'no-image'],
		['nothing', new Uint8Array(), 'no-image'],
		['a head without a picture', png(9, 9).subarray(0, 20), 'broken'],
		['a PNG that ends in its data', png(9, 9).subarray(0, -8), 'broken'],
		['a PNG of no width', png(0, 9), 'broken'],
		['a JPEG without a frame', jpeg(), 'broken'],
		['a JPEG that does not end', jpeg(frame(9, 9)).subarray(0, -2), 'broken'],
		['a WebP without a picture', webp(extended(0)), 'broken'],
		['a moving PNG', png(9, 9, chunk('acTL', new Uint8Array(8))), 'animated'],
		['a moving WebP', webp(extended(2), lossy), 'animated'],
		['one that is too wide', png(6001, 1), 'too-wide'],
		['one of too many pixels', png(5000, 5000), 'too-wide'],
		['one that is too large', joinBytes([png(9, 9), new Uint8Array(MOST_IMAGE_BYTES)]), 'too-large']
	])('%s is refused', (_, bytes, code) => {
		expect(readImage(bytes)).toMatchObject({ ok: false, refusal: { code } });
	});

	it('is read or refused, whatever the bytes: nothing is thrown', () => {
		const heads = fc.constantFrom(png(9, 9), jpeg(exif(6), frame(9, 9)), webp(extended(0), lossy));
		fc.assert(
			fc.property(heads, fc.nat(80), fc.uint8Array({ maxLength: 40 }), (head, keep, noise) => {
				expect(typeof readImage(joinBytes([head.subarray(0, keep), noise])).ok).toBe('boolean');
			}),
			{ numRuns: 400 }
		);
	});
});
