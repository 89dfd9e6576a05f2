import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatArticle } from '#lib/shared/citation.ts';
import { readArticleNumber } from './article-number.ts';

test.each([
	['97', '97'],
	['９７', '97'],
	[' 97 条', '97'],
	['第97条', '97'],
	['第九十七条', '97'],
	['九十七', '97'],
	['一百三十四条之一', '134-1'],
	['第一百三十四条之一', '134-1'],
	['134之一', '134-1'],
	['134之1条', '134-1'],
	['134-1', '134-1'],
	['134－1', '134-1'],
	['第九十七条第一款第（三）项', '97'],
	['97条第一款', '97'],
	['一千二百六十', '1260'],
	['', null],
	['条', null],
	['罚款', null],
	['0', null],
	['12345', null],
	['第零条', null]
])('%j is %j', (typed, wanted) => {
	expect(readArticleNumber(typed)).toBe(wanted);
});

test('what we print is read back', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 0, max: 12 }), (number, sub) => {
			const article = sub > 0 ? `${number}-${sub}` : `${number}`;
			expect(readArticleNumber(formatArticle(article))).toBe(article);
			expect(readArticleNumber(article)).toBe(article);
		})
	);
});

test('anything may be typed', () => {
	fc.assert(
		fc.property(fc.string(), (typed) => {
			const read = readArticleNumber(typed);
			expect(read === null || /^[1-9]\d{0,3}(-[1-9]\d?)?$/.test(read)).toBe(true);
		})
	);
});
