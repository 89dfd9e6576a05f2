import { expect, test } from 'vitest';
import { formatQuarter, isQuarter, lastDayOf, quarterBefore, quarterOf } from './quarter.ts';

test.each([
	['2026-01-01', '2026-Q1', '2025-Q4', '2026-03-31'],
	['2026-03-31', '2026-Q1', '2025-Q4', '2026-03-31'],
	['2026-04-01', '2026-Q2', '2026-Q1', '2026-06-30'],
	['2026-09-30', '2026-Q3', '2026-Q2', '2026-09-30'],
	['2026-12-31', '2026-Q4', '2026-Q3', '2026-12-31']
])('%s lies in %s', (day, quarter, before, last) => {
	expect(quarterOf(day)).toBe(quarter);
	expect(quarterBefore(quarter)).toBe(before);
	expect(lastDayOf(quarter)).toBe(last);
});

test('what is written of it', () => {
	expect(formatQuarter('2026-Q4')).toBe('2026年第四季度');
	expect(['2026-Q4', '2026-Q5', '2026-4', '', '12026-Q1'].map(isQuarter)).toEqual([true, false, false, false, false]);
});
