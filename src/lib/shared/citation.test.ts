import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseNumber } from './chinese-number.ts';
import { articlePosition, formatArticle, formatReference, parseLawAddress } from './citation.ts';

test.each([
	['97', '第九十七条'],
	['105', '第一百零五条'],
	['110', '第一百一十条'],
	['134', '第一百三十四条'],
	['134-1', '第一百三十四条之一'],
	['17-11', '第十七条之十一'],
	['1005', '第一千零五条'],
	['1260', '第一千二百六十条']
])('article %s is %s', (article, text) => {
	expect(formatArticle(article)).toBe(text);
});

test.each([
	[{ article: '97' }, '第九十七条'],
	[{ article: '97', paragraph: 1 }, '第九十七条第一款'],
	[{ article: '97', paragraph: 1, item: 3 }, '第九十七条第一款第（三）项'],
	[{ article: '58', paragraph: 1, item: 12 }, '第五十八条第一款第（十二）项'],
	[{ article: '70', item: 6 }, '第七十条第（六）项'],
	[{ article: '134-1', paragraph: undefined, item: undefined }, '第一百三十四条之一']
])('reference %j is %s', (cited, text) => {
	expect(formatReference(cited)).toBe(text);
});

describe('parseLawAddress', () => {
	test.each([
		['law:work-safety-law/97', { law: 'work-safety-law', article: '97', paragraph: undefined, item: undefined }],
		['law:work-safety-law/97/1/3', { law: 'work-safety-law', article: '97', paragraph: 1, item: 3 }],
		['law:criminal-law/134-1/1', { law: 'criminal-law', article: '134-1', paragraph: 1, item: undefined }]
	])('%s', (address, cited) => {
		expect(parseLawAddress(address)).toEqual(cited);
	});

	test.each([
		'',
		'law:',
		'law:work-safety-law',
		'law:work-safety-law/',
		'law:work-safety-law/abc',
		'law:work-safety-law/97/1/3/4',
		'law:work-safety-law/97/',
		'law:work-safety-law/12345',
		'law:Work-Safety-Law/97',
		'law:../../etc/97',
		'law:work-safety-law/97?on=2020-01-01',
		' law:work-safety-law/97',
		'law:work-safety-law/97\n',
		'https://example.com/law:work-safety-law/97'
	])('%j is none', (address) => {
		expect(parseLawAddress(address)).toBeNull();
	});

	test.each(['0', '000', '097', '134-0', '97/0', '97/1/0', '97/00'])(
		'%s has a number that no law has, and cannot be shown',
		(place) => {
			expect(parseLawAddress(`law:work-safety-law/${place}`)).toBeNull();
		}
	);

	test('whatever it accepts can be written out, and means the same again', () => {
		const number = (max: number) => fc.integer({ min: 1, max });
		const parts = fc.record({
			article: number(9999),
			sub: fc.option(number(99)),
			paragraph: fc.option(number(99)),
			item: fc.option(number(99))
		});
		fc.assert(
			fc.property(parts, ({ article, sub, paragraph, item }) => {
				const path = [sub ? `${article}-${sub}` : `${article}`];
				if (paragraph) path.push(`${paragraph}`);
				if (paragraph && item) path.push(`${item}`);
				const cited = parseLawAddress(`law:a-law/${path.join('/')}`);
				expect(cited).toMatchObject({ law: 'a-law', article: path[0] });
				expect(cited?.paragraph).toBe(paragraph ?? undefined);
				expect(cited?.item).toBe((paragraph && item) || undefined);
				expect(formatReference(cited!)).toContain(chineseNumber(article));
			})
		);
	});

	test('any text is either refused or can be written out', () => {
		const tail = fc.string({ unit: fc.constantFrom(...'0123459-/'), maxLength: 12 });
		fc.assert(
			fc.property(tail, (text) => {
				const cited = parseLawAddress(`law:a-law/${text}`);
				if (cited) expect(formatReference(cited)).toMatch(/^第/);
			})
		);
	});
});

test('134 stands before 134-1 before 135', () => {
	const articles = ['135', '134-1', '9', '134', '134-10', '134-2', '100'];
	const sorted = articles.sort((left, right) => articlePosition(left) - articlePosition(right));
	expect(sorted).toEqual(['9', '100', '134', '134-1', '134-2', '134-10', '135']);
});
