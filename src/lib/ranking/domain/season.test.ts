import { expect, test } from 'vitest';
import { type Season, faultOfSeason, monthsInSeason, seasonsWith } from './season.ts';

const AUTUMN: Season = { id: '2026-S1', name: '秋冬赛季', from: '2026-09', until: '2027-01' };
const SPRING: Season = { id: '2027-S1', name: '春夏赛季', from: '2027-03', until: '2027-06' };

test('a season may run past the end of a year', () => {
	expect(monthsInSeason(AUTUMN)).toEqual(['2026-09', '2026-10', '2026-11', '2026-12', '2027-01']);
	expect(monthsInSeason({ ...SPRING, until: '2027-03' })).toEqual(['2027-03']);
});

test.each([
	[['2026-08'], []],
	[['2027-02'], []],
	[['2027-01'], ['2026-S1']],
	[
		['2026-09', '2027-06'],
		['2027-S1', '2026-S1']
	]
])('%j lie in %j', (months, ids) => {
	expect(seasonsWith([AUTUMN, SPRING], months).map(({ id }) => id)).toEqual(ids);
});

test.each<[Partial<Season>, string | null]>([
	[{}, null],
	[{ until: '2027-02' }, '最后一个月早于第一个月'],
	[{ id: '2026-S2' }, '编号以开始的年份起头，例如 2026-S1'],
	[{ id: '2027-S2', from: '2027-01' }, '与 2026-S1 重叠：一个月只属于一个赛季'],
	[{ id: '2026-S1', from: '2026-01', until: '2026-03' }, '编号重复']
])('%j: %s', (change, fault) => {
	expect(faultOfSeason({ ...SPRING, ...change }, [AUTUMN])).toBe(fault);
});
