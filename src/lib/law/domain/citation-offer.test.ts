import { describe, expect, test } from 'vitest';
import { articlesBegun, readBegun, titlesBegun } from './citation-offer.ts';

const LAWS = new Map([
	['安全生产法', 'safety'],
	['安法', 'safety'],
	['行政处罚法', 'penalty'],
	['刑法', 'criminal']
]);
const begun = (text: string) => readBegun(text, (key) => LAWS.get(key));

test.each<[string, ReturnType<typeof begun>]>([
	['依据《', { kind: 'law', typed: '' }],
	['依据《安全', { kind: 'law', typed: '安全' }],
	['依据《安全生产法》第', { kind: 'article', typed: '', law: 'safety' }],
	['依据《中华人民共和国安全生产法》第九', { kind: 'article', typed: '九', law: 'safety' }],
	['违反安全生产法第97', { kind: 'article', typed: '97', law: 'safety' }],
	['违反刑法第一百', { kind: 'article', typed: '一百', law: 'criminal' }],
	['违反《安全生产法》第九十七条第一款，依据《行政处罚法》第', { kind: 'article', typed: '', law: 'penalty' }],
	['《安全生产法》第九十七条规定了罚款。本机关认为，依照该法第', { kind: 'article', typed: '', law: 'safety' }],
	['依据《安全生产法》', null],
	['当事人第', null],
	['《没有这部法》第', null],
	['', null],
	['依据《安全\n第二行', null]
])('%j', (text, asked) => {
	expect(begun(text)).toEqual(asked);
});

test('a law that was named too far back is not meant', () => {
	expect(begun(`《安全生产法》${'。'.repeat(500)}第`)).toBeNull();
});

describe('articles by their number', () => {
	const articles = ['1', '9', '10', '90', '97', '134-1', 'preface'];
	test.each([
		['9', ['9', '90', '97']],
		['九', ['9', '90', '97']],
		['九十', ['90', '97']],
		['一百三十四条之', ['134-1']],
		['', ['1', '9', '10', '90', '97', '134-1']]
	])('%j', (typed, found) => {
		expect(articlesBegun(articles, typed)).toEqual(found);
	});
});

test('titles: those that begin as typed, then the shorter; the usual ones before anything is typed', () => {
	const laws = ['安全生产许可证条例', '煤矿安全生产条例', '安全生产法', '行政处罚法'].map((titleKey) => ({ titleKey }));
	const titles = (typed: string) => titlesBegun(laws, typed).map(({ titleKey }) => titleKey);
	expect(titles('安全生产')).toEqual(['安全生产法', '安全生产许可证条例', '煤矿安全生产条例']);
	expect(titles('')).toEqual(['安全生产法', '行政处罚法']);
	expect(titles('渔业')).toEqual([]);
});
