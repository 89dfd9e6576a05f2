import { describe, expect, test } from 'vitest';
import { chineseNumber } from '#lib/shared/chinese-number.ts';
import { readEnclosed, readNumeral } from './chinese-numerals.ts';

test('reads every number as it is written', () => {
	for (let value = 1; value <= 9999; value++) {
		expect(readNumeral(chineseNumber(value))).toBe(value);
		expect(readNumeral(`${value}`)).toBe(value);
	}
});

test.each([
	['一百〇五', 105],
	['一百○五', 105],
	['两百', 200],
	['一百十二', 112],
	['一三四', 134],
	['二〇', 20],
	['一千', 1000],
	['一千零四', 1004],
	['一千零四十', 1040],
	['一千一百', 1100],
	['一千零七十九', 1079],
	['一千二百六十', 1260],
	['九千九百九十九', 9999]
])('%s is %i', (text, value) => {
	expect(readNumeral(text)).toBe(value);
});

test.each([
	'',
	'零',
	'〇',
	'0',
	'十十',
	'百',
	'百二',
	'十百',
	'一百五',
	'一千五',
	'一百零',
	'零五',
	'〇五',
	'一二十',
	'10000',
	'1.5',
	'x',
	'一万'
])('%j is no number of an article', (text) => {
	expect(readNumeral(text)).toBeNull();
});

describe('numbers in brackets of their own', () => {
	test.each([
		['㈠', 1],
		['㈩', 10],
		['⑴', 1],
		['⒇', 20],
		['①', 1],
		['⑳', 20]
	])('%s is %i', (sign, value) => {
		expect(readEnclosed(sign)).toBe(value);
	});
	test.each(['', '一', '(', '㈪', '⒈', 'A'])('%j is none', (sign) => {
		expect(readEnclosed(sign)).toBeNull();
	});
});
