import { expect, test } from 'vitest';
import { cycleAt, cycleBefore, dayAfter, kindOfCycle, monthsOf, titleOfCycle } from './award-cycle.ts';

test.each([
	['2026-10', 'month', ['2026-10'], '2026-09', '2026-11-01', '2026年10月'],
	['2026-01', 'month', ['2026-01'], '2025-12', '2026-02-01', '2026年1月'],
	['2026-Q4', 'quarter', ['2026-10', '2026-11', '2026-12'], '2026-Q3', '2027-01-01', '2026年第四季度'],
	['2026-Q1', 'quarter', ['2026-01', '2026-02', '2026-03'], '2025-Q4', '2026-04-01', '2026年第一季度']
])('%s is a %s', (cycle, kind, months, before, after, title) => {
	expect([kindOfCycle(cycle), monthsOf(cycle), cycleBefore(cycle), dayAfter(cycle), titleOfCycle(cycle)]).toEqual([
		...[kind, months, before, after, title]
	]);
});

test('a year has twelve months; other texts name no cycle', () => {
	expect(monthsOf('2026')).toHaveLength(12);
	expect([cycleBefore('2026'), dayAfter('2026'), titleOfCycle('2026')]).toEqual(['2025', '2027-01-01', '2026年度']);
	expect(['2026-13', '2026-Q5', '26', ''].map(kindOfCycle)).toEqual([null, null, null, null]);
	expect((['month', 'quarter', 'year'] as const).map((kind) => cycleAt(kind, '2026-11-22'))).toEqual([
		...['2026-11', '2026-Q4', '2026']
	]);
});
