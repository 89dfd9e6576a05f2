import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, canonicalDigest, sha256 } from './canonical.ts';

const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		fc.constantFrom(null, true, false),
		fc.maxSafeInteger(),
		fc.string({ unit: 'grapheme' }),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(fc.string(), tie('value'), { maxKeys: 5 })
	)
}));

/** The same value with the keys of every object in the opposite order. */
function turn(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(turn);
	if (value === null || typeof value !== 'object') return value;
	const turned = Object.create(null) as Record<string, unknown>;
	for (const [key, part] of Object.entries(value).reverse()) turned[key] = turn(part);
	return turned;
}

describe('canonical', () => {
	test.each([
		[{ b: 1, a: [true, null, '“引号”'] }, '{"a":[true,null,"“引号”"],"b":1}'],
		[{ a: { d: 0, c: -1 } }, '{"a":{"c":-1,"d":0}}'],
		[{ a: undefined, b: '' }, '{"b":""}'],
		[{ '10': 'x', '9': 'y', é: 1, z: 2 }, '{"10":"x","9":"y","z":2,"é":1}'],
		['行\n"', '"行\\n\\""'],
		[[], '[]'],
		[{}, '{}']
	])('%j is %s', (value, text) => {
		expect(canonical(value)).toBe(text);
	});

	test.each([0.1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])(
		'refuses %d, however deep',
		(value) => {
			expect(() => canonical(value)).toThrow(TypeError);
			expect(() => canonical({ marks: [1, { mean: value }] })).toThrow(TypeError);
		}
	);

	test('the order of keys never changes the bytes', () => {
		fc.assert(fc.property(json, (value) => canonical(turn(value)) === canonical(value)));
	});

	test('what is written reads back as the same value', () => {
		fc.assert(
			fc.property(json, (value) => {
				const text = canonical(value);
				expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
				expect(canonical(JSON.parse(text))).toBe(text);
			})
		);
	});

	test('the order of a list does change the bytes', () => {
		expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
	});
});

test.each([
	['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
	['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
	['擂台', '48c9ab0333cc0e492309e1618f521bb79b44481f3817eaa42bb0941e5417ca26']
])('sha256 of %j', (text, digest) => {
	expect(sha256(text)).toBe(digest);
});

test('the digest of a large value is that of its canonical form', () => {
	fc.assert(
		fc.property(json, (one) => {
			expect(canonicalDigest(one)).toBe(sha256(canonical(one)));
		})
	);
	expect(() => canonicalDigest({ board: [{ total: 0.5 }] })).toThrow(TypeError);
});
