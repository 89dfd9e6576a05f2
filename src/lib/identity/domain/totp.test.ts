import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase32, toBase32 } from './base32.ts';
import { codeAt, enrolmentAddress, findStep, stepAt } from './totp.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
const KEY = ascii('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('RFC 6238, appendix B (SHA-1; the last six of its eight digits)', () => {
	test.each([
		[59, '287082'],
		[1_111_111_109, '081804'],
		[1_111_111_111, '050471'],
		[1_234_567_890, '005924'],
		[2_000_000_000, '279037'],
		[20_000_000_000, '353130']
	])('%d s: %s', (seconds, code) => {
		expect(codeAt(KEY, stepAt(at(seconds)))).toBe(code);
	});
});

test.each([
	...[755224, 287082, 359152, 969429, 338314, 254676, 287922, 162583, 399871, 520489].map(
		(code, step): [number, number] => [step, code]
	)
])('RFC 4226, appendix D: counter %d gives %d', (step, code) => {
	expect(codeAt(KEY, step)).toBe(String(code));
});

describe('findStep', () => {
	const now = at(1_800_000_000);
	const step = stepAt(now);
	const never = { now, lastStep: 0 };

	test('takes the step before, this one and the next, and no other', () => {
		for (const [away, expected] of [
			...[-2, 2, 10].map((one) => [one, null] as const),
			...[-1, 0, 1].map((one) => [one, step + one] as const)
		]) {
			expect(findStep(KEY, codeAt(KEY, step + away), never)).toBe(expected);
		}
	});

	test('a code that was accepted is not accepted again, nor one before it', () => {
		expect(findStep(KEY, codeAt(KEY, step), { now, lastStep: step })).toBeNull();
		expect(findStep(KEY, codeAt(KEY, step - 1), { now, lastStep: step })).toBeNull();
		expect(findStep(KEY, codeAt(KEY, step + 1), { now, lastStep: step })).toBe(step + 1);
	});

	test('nothing but six digits is ever a code', () => {
		for (const text of ['', '28708', '2870820', ' 287082', '２８７０８２']) {
			expect(findStep(KEY, text, { now: at(59), lastStep: 0 })).toBeNull();
		}
	});

	test('of one key at any time, exactly its own codes near that time', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ minLength: 20, maxLength: 20 }),
				fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }),
				fc.integer({ min: -1, max: 1 }),
				(key, seconds, away) => {
					const around = stepAt(at(seconds));
					const found = findStep(key, codeAt(key, around + away), { now: at(seconds), lastStep: 0 });
					// Two of three neighbouring steps may share a code by chance; the earliest is taken.
					expect(found).not.toBeNull();
					expect(codeAt(key, found!)).toBe(codeAt(key, around + away));
				}
			)
		);
	});
});

describe('base 32', () => {
	test.each([
		['', ''],
		['f', 'MY'],
		['fo', 'MZXQ'],
		['foo', 'MZXW6'],
		['foob', 'MZXW6YQ'],
		['fooba', 'MZXW6YTB'],
		['foobar', 'MZXW6YTBOI']
	])('RFC 4648 §10: %j is %s', (text, written) => {
		expect(toBase32(ascii(text))).toBe(written);
		expect(fromBase32(written)).toEqual(ascii(text));
	});

	test('there and back', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				expect(fromBase32(toBase32(bytes))).toEqual(bytes);
			})
		);
	});

	test('anything else is thrown back', () => {
		for (const text of ['a', 'M1', 'MY=']) expect(() => fromBase32(text)).toThrow('not base 32');
	});
});

test('the address for authenticator programs', () => {
	const address = enrolmentAddress(KEY, 'lin.yue', '青岚区应急管理局 擂台');
	expect(address).toMatch(
		/^otpauth:\/\/totp\/lin\.yue\?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E9%9D%92.+%20.+$/
	);
	expect(new URL(address).searchParams.get('issuer')).toBe('青岚区应急管理局 擂台');
	expect(address).not.toContain('+');
});
