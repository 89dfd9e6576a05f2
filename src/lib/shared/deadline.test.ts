import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkday } from './calendar.ts';
import { type Unit, lastDayOf } from './deadline.ts';
import { addDays, addMonths, daysBetween } from './time.ts';

const last = (start: string, length: number, unit: Unit, rolls = false) => lastDayOf({ start, length, unit, rolls });

describe('working days', () => {
	test('each skipped day has its reason', () => {
		expect(last('2026-04-27', 5, 'workday')).toEqual({
			lastDay: '2026-05-07',
			skipped: ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'].map((date) => ({
				date,
				why: '劳动节放假'
			})),
			unlistedYears: []
		});
	});

	test('a Saturday that is worked counts, a plain one does not', () => {
		expect(last('2026-02-13', 1, 'workday').lastDay).toBe('2026-02-14');
		expect(last('2026-03-06', 1, 'workday').skipped).toEqual([
			{ date: '2026-03-07', why: '星期六' },
			{ date: '2026-03-08', why: '星期日' }
		]);
	});

	test('a year without a list is named', () => {
		expect(last('2026-12-30', 3, 'workday')).toMatchObject({ lastDay: '2027-01-04', unlistedYears: ['2027'] });
		expect(last('2026-12-25', 3, 'workday').unlistedYears).toEqual([]);
	});
});

describe('months', () => {
	test.each([
		['2026-08-31', 6, '2027-02-28'],
		['2027-08-31', 6, '2028-02-29'],
		['2026-01-31', 1, '2026-02-28'],
		['2026-12-15', 1, '2027-01-15'],
		['2024-02-29', 24, '2026-02-28'],
		['2026-03-30', 3, '2026-06-30']
	])('%s and %d months: %s', (start, length, day) => {
		expect(last(start, length, 'month').lastDay).toBe(day);
	});
});

test('hours run by the clock, over midnight and holidays', () => {
	expect(last('2026-09-30T18:30', 24, 'hour', true)).toEqual({
		...{ lastDay: '2026-10-01', end: '2026-10-01T18:30', skipped: [], unlistedYears: [] }
	});
});

test('the time of day does not matter where days are counted', () => {
	expect(last('2026-09-16T23:59', 15, 'naturalday', true)).toEqual(last('2026-09-16', 15, 'naturalday', true));
});

describe('properties', () => {
	const starts = fc.integer({ min: 0, max: 600 }).map((offset) => addDays('2025-10-01', offset));
	const lengths = fc.integer({ min: 1, max: 120 });

	test('between start and last day lie exactly so many working days, and all others are skipped', () => {
		fc.assert(
			fc.property(starts, lengths, (start, length) => {
				const { lastDay, skipped } = last(start, length, 'workday');
				const days = Array.from({ length: daysBetween(start, lastDay) }, (_, index) => addDays(start, index + 1));
				expect(days.filter(isWorkday)).toHaveLength(length);
				expect(isWorkday(lastDay)).toBe(true);
				expect(skipped.map(({ date }) => date)).toEqual(days.filter((day) => !isWorkday(day)));
			})
		);
	});

	test('rolling gives the first working day not before the plain one, and skips what lies between', () => {
		fc.assert(
			fc.property(starts, lengths, fc.constantFrom<Unit>('naturalday', 'month'), (start, length, unit) => {
				const plain = last(start, length, unit);
				const rolled = last(start, length, unit, true);
				expect(plain.skipped).toEqual([]);
				expect(isWorkday(rolled.lastDay)).toBe(true);
				expect(rolled.skipped).toHaveLength(daysBetween(plain.lastDay, rolled.lastDay));
				for (const { date } of rolled.skipped) expect(isWorkday(date)).toBe(false);
			})
		);
	});

	test('a longer period never ends earlier, nor does a later start', () => {
		fc.assert(
			fc.property(starts, lengths, fc.constantFrom<Unit>('workday', 'naturalday', 'month'), (start, length, unit) => {
				const { lastDay } = last(start, length, unit, true);
				expect(last(start, length + 1, unit, true).lastDay >= lastDay).toBe(true);
				expect(last(addDays(start, 1), length, unit, true).lastDay >= lastDay).toBe(true);
			})
		);
	});

	test('a month later has the same date or is the last of its month', () => {
		fc.assert(
			fc.property(starts, fc.integer({ min: 0, max: 120 }), (start, months) => {
				const later = addMonths(start, months);
				expect(later.slice(8) === start.slice(8) || addDays(later, 1).endsWith('-01')).toBe(true);
			})
		);
	});
});
