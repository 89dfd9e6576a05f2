import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SCHEME } from '../../../../../tests/support/assessment-scheme.ts';
import { type DailyResult, composeYear } from './year.ts';
import type { Assessment } from './assess.ts';

type Part = Pick<Assessment, 'total' | 'standing'>;
const final = (total: number): Part => ({ total, standing: 'final' });
const NONE: Part = { total: null, standing: 'none' };
const days = (...totals: (number | null)[]): DailyResult[] =>
	totals.map((total, at) => ({ period: `2026-0${at + 1}`, assessment: total === null ? NONE : final(total) }));

test.each<[string, DailyResult[], number, Part, number | null, string]>([
	['all there', days(8000, 9000), 2, final(7000), 7900, 'final'],
	['a month without a result is left out and said', days(8000, null, 9000), 3, final(7000), 7900, 'provisional'],
	['months that are still to come', days(8000, 9000), 12, final(7000), 7900, 'provisional'],
	['no year-end result', days(8000, 9000), 2, NONE, null, 'none'],
	['no month at all', days(null, null), 2, final(7000), null, 'none'],
	[
		'a provisional month',
		[{ period: '2026-01', assessment: { total: 8000, standing: 'provisional' } }],
		1,
		final(8000),
		8000,
		'provisional'
	],
	['rounded half up', days(8001, 8002), 2, final(8002), 8002, 'final']
])('%s', (_, given, expected, yearEnd, value, standing) => {
	const year = composeYear(SCHEME, { days: given, expected }, yearEnd);
	expect([year.value, year.standing]).toEqual([value, standing]);
});

test('what was left out is in the reason', () => {
	expect(composeYear(SCHEME, { days: days(8000, null), expected: 2 }, final(7000)).reason).toBe(
		'日常 80 × 60% + 年终 70 × 40%；日常得分取 1 期的平均，其余 1 期没有得分，不计入'
	);
});

test('the composite lies between its two parts, whatever the order of the months', () => {
	const total = fc.integer({ min: 0, max: 10_000 });
	fc.assert(
		fc.property(fc.array(total, { minLength: 1, maxLength: 12 }), total, (totals, end) => {
			const year = composeYear(SCHEME, { days: days(...totals), expected: totals.length }, final(end));
			expect(year.value!).toBeGreaterThanOrEqual(Math.min(year.daily!, end));
			expect(year.value!).toBeLessThanOrEqual(Math.max(year.daily!, end));
			const turned = composeYear(SCHEME, { days: days(...[...totals].reverse()), expected: totals.length }, final(end));
			expect(turned.value).toBe(year.value);
		})
	);
});
