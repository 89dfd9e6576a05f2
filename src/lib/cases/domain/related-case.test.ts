import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { AREAS, type Area } from '#lib/shared/piece.ts';
import { type Kin, rankKin, whyRelated } from './related-case.ts';

const OWN = { industry: '工贸', areas: ['procedure', 'evidence'] as Area[] };
const kin = (id: string, change: Partial<Kin> = {}): Kin => ({
	...{ id, industry: '危化', areas: [], weight: 0, articles: [] },
	...change
});
const article = (lawTitle: string, number: string) => ({ lawTitle, article: number });

test.each([
	[kin('a', { articles: [article('安全生产法', '97')] }), '同引安全生产法第九十七条'],
	[
		kin('b', { articles: ['1', '2', '3'].map((one) => article('灯火法', one)), areas: ['procedure'] }),
		'同引灯火法第一条、灯火法第二条等 3 条；同涉调查程序'
	],
	[kin('c', { industry: '工贸' }), '同为工贸'],
	[kin('d'), '']
])('%j', (one, text) => {
	expect(whyRelated(one, OWN)).toBe(text);
});

test('a rare shared article goes before a shared area, that before the industry', () => {
	const all = [
		kin('industry', { industry: '工贸' }),
		kin('area', { areas: ['procedure'] }),
		kin('article', { weight: 1 })
	];
	expect(rankKin(all, OWN, 2).map(({ id }) => id)).toEqual(['article', 'area']);
});

test('to share more never puts a case further down', () => {
	const areas = fc.uniqueArray(fc.constantFrom(...(Object.keys(AREAS) as Area[])));
	const any = fc.record({
		weight: fc.double({ min: 0, max: 5, noNaN: true }),
		areas,
		industry: fc.constantFrom('工贸', '危化')
	});
	fc.assert(
		fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), fc.nat(), (list, at) => {
			const all = list.map((one, index) => kin(String(index), one));
			const chosen = String(at % all.length);
			const place = (cases: readonly Kin[]) => rankKin(cases, OWN, all.length).findIndex(({ id }) => id === chosen);
			const raised = all.map((one) => (one.id === chosen ? { ...one, weight: one.weight + 1 } : one));
			expect(place(raised)).toBeLessThanOrEqual(place(all));
		})
	);
});
