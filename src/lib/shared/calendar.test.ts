import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { installHolidays, isWorkday, isYearKnown, whyNotWorkday, workdaysUpTo } from './calendar.ts';
import { addDays, weekdayOf } from './time.ts';

/** The notice of 2025-11-04, day by day as it was published; the code keeps ranges. */
const HOLIDAYS_2026 = [
	...['2026-01-01', '2026-01-02', '2026-01-03'],
	...['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22'],
	'2026-02-23',
	...['2026-04-04', '2026-04-05', '2026-04-06'],
	...['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'],
	...['2026-06-19', '2026-06-20', '2026-06-21'],
	...['2026-09-25', '2026-09-26', '2026-09-27'],
	...['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07']
];
const MAKEUP_2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
const DAYS_2026 = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index));

describe('2026', () => {
	test('every day of the year is what the notice says', () => {
		const wrong = DAYS_2026.filter((day) => {
			const expected = MAKEUP_2026.includes(day) || (weekdayOf(day) <= 5 && !HOLIDAYS_2026.includes(day));
			return isWorkday(day) !== expected;
		});
		expect(wrong).toEqual([]);
		expect(DAYS_2026.filter(isWorkday)).toHaveLength(248);
	});

	test.each([
		['2026-02-13', true, 'the Friday before Spring Festival'],
		['2026-02-14', true, 'a Saturday worked instead'],
		['2026-02-15', false, 'the first day of Spring Festival'],
		['2026-02-23', false, 'the last day of Spring Festival, a Monday'],
		['2026-02-24', true, 'the Tuesday after it'],
		['2026-10-07', false, 'the last day of National Day'],
		['2026-10-08', true, 'the day after'],
		['2026-10-10', true, 'a Saturday worked instead'],
		['2026-10-11', false, 'an ordinary Sunday'],
		['2026-11-20', true, 'an ordinary Friday']
	])('%s: %s (%s)', (day, expected) => {
		expect(isWorkday(day)).toBe(expected);
	});
});

test.each([
	['2025-12-31', false],
	['2026-01-01', true],
	['2026-12-31', true],
	['2027-01-01', false]
])('the holidays of %s are known: %s', (day, known) => {
	expect(isYearKnown(day)).toBe(known);
});

test('a year without a notice knows weekends only', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 364 }), (offset) => {
			const day = addDays('2027-01-01', offset);
			expect(isWorkday(day)).toBe(weekdayOf(day) <= 5);
		})
	);
});

test.each([
	['across National Day', '2026-10-09', 3, ['2026-09-30', '2026-10-08', '2026-10-09']],
	['a Saturday worked instead counts', '2026-02-24', 3, ['2026-02-13', '2026-02-14', '2026-02-24']],
	['a Sunday is passed over', '2026-11-22', 2, ['2026-11-19', '2026-11-20']],
	['none wanted', '2026-11-20', 0, []]
])('workdaysUpTo: %s', (_, last, count, days) => {
	expect(workdaysUpTo(last, count)).toEqual(days);
});

test('workdaysUpTo leaves no working day out', () => {
	fc.assert(
		fc.property(fc.constantFrom(...DAYS_2026.slice(60)), fc.integer({ min: 1, max: 25 }), (last, count) => {
			const days = workdaysUpTo(last, count);
			const between = DAYS_2026.filter((day) => days[0]! <= day && day <= last && isWorkday(day));
			expect(days).toEqual(between);
			expect(days).toHaveLength(count);
		})
	);
});

describe('a notice that the office imported', () => {
	afterEach(() => installHolidays(new Map()));
	const off = (day: string, name: string) => ({ day, works: false, name });
	const worked = (day: string, name: string) => ({ day, works: true, name });

	test('makes its year known, and may name days at the end of the year before', () => {
		installHolidays(
			new Map([['2027', [off('2026-12-31', '元旦'), off('2027-01-01', '元旦'), worked('2027-01-09', '元旦')]]])
		);
		expect(whyNotWorkday('2026-12-31')).toBe('元旦放假');
		expect(whyNotWorkday('2027-01-01')).toBe('元旦放假');
		expect(isWorkday('2027-01-09')).toBe(true);
		expect(whyNotWorkday('2027-01-10')).toBe('星期日');
		expect(isYearKnown('2027-06-01')).toBe(true);
		// The year before is still the program's own.
		expect(whyNotWorkday('2026-10-01')).toBe('国庆节放假');
	});

	test('takes the place of the list in the program', () => {
		installHolidays(new Map([['2026', [off('2026-10-08', '国庆节')]]]));
		expect(whyNotWorkday('2026-10-08')).toBe('国庆节放假');
		expect(isWorkday('2026-10-01')).toBe(true);
		expect(isWorkday('2026-10-10')).toBe(false);
	});

	test('counts at once for whoever asked before', () => {
		expect(workdaysUpTo('2027-01-04', 2)).toEqual(['2027-01-01', '2027-01-04']);
		installHolidays(new Map([['2027', [off('2027-01-01', '元旦')]]]));
		expect(workdaysUpTo('2027-01-04', 2)).toEqual(['2026-12-31', '2027-01-04']);
	});
});
