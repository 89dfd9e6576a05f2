import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterAddress, readCaseFilter } from './case-filter.ts';

const read = (address: string) => {
	const search = new URLSearchParams(address);
	return readCaseFilter((name) => search.get(name) ?? '');
};
const NOTHING = read('');

test.each([
	['polarity=negative&area=law', { polarity: 'negative', area: 'law' }],
	['article=work-safety-law/97', { article: 'work-safety-law/97' }],
	['article=work-safety-law/134-1', { article: 'work-safety-law/134-1' }],
	['article=work-safety-law', { article: 'work-safety-law' }],
	['query=%20Ｇ灯%20', { query: 'G灯' }],
	['sort=easy&page=3', { sort: 'easy', page: 3 }]
])('%s', (address, expected) => {
	expect(read(address)).toEqual({ ...NOTHING, ...expected });
});

test.each([
	'polarity=bad',
	'area=toString',
	'article=../etc',
	'article=law/a',
	'page=0',
	'page=-1',
	'page=1.5',
	'page=9e9',
	'sort=x'
])('%s narrows nothing', (address) => {
	expect(read(address)).toEqual(NOTHING);
});

test('what was read goes back into the address, whatever was typed', () => {
	const names = ['polarity', 'area', 'industry', 'difficulty', 'state', 'article', 'query', 'sort', 'page'];
	const values = fc.oneof(
		fc.string(),
		fc.constantFrom('negative', 'law', '工贸', '3', 'read', 'work-safety-law/97', 'easy')
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.constantFrom(...names), values)), (pairs) => {
			const filter = read(new URLSearchParams(pairs).toString());
			expect(read(filterAddress(filter))).toEqual(filter);
		})
	);
});

test('a change leaves the rest, and nothing is no address', () => {
	expect(filterAddress(NOTHING)).toBe('');
	expect(filterAddress(read('area=law&page=3'), { page: 1 })).toBe('?area=law');
});
