import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseNumber } from './chinese-number.ts';
import { readNumber } from './read-number.ts';

test.each([
	[1, '一'],
	[9, '九'],
	[10, '十'],
	[11, '十一'],
	[20, '二十'],
	[97, '九十七'],
	[100, '一百'],
	[101, '一百零一'],
	[110, '一百一十'],
	[111, '一百一十一'],
	[120, '一百二十'],
	[999, '九百九十九'],
	[1000, '一千'],
	[1001, '一千零一'],
	[1010, '一千零一十'],
	[1100, '一千一百'],
	[1105, '一千一百零五'],
	[1260, '一千二百六十'],
	[9999, '九千九百九十九']
])('%i is %s', (value, text) => {
	expect(chineseNumber(value)).toBe(text);
	expect(readNumber(text)).toBe(value);
});

test.each([0, -1, 10_000, 1.5, Number.NaN])('refuses %d', (value) => {
	expect(() => chineseNumber(value)).toThrow(RangeError);
});

test.each([
	['97', 97],
	['９７', 97],
	['一九九七', 1997],
	['二〇二一', 2021],
	['二○○七', 2007],
	['二零零七', 2007],
	['两百', 200],
	['一百二', 102],
	['', null],
	['一x', null],
	['条', null]
])('%j reads as %j', (text, value) => {
	expect(readNumber(text)).toBe(value);
});

test('reads back to the same number, so no two numbers share a name', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
			expect(readNumber(chineseNumber(value))).toBe(value);
		}),
		{ numRuns: 2000 }
	);
});
