import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addDays,
	addHours,
	clockOf,
	dayOf,
	daysBetween,
	formatDay,
	formatShortDay,
	formatWeekday,
	instantOf,
	isDay,
	isMoment,
	weekdayOf
} from './time.ts';

const anyDay = fc.integer({ min: -3650, max: 36_500 }).map((offset) => addDays('2026-01-01', offset));

describe('the legal day is the day in Shanghai', () => {
	test.each([
		['2026-11-21T15:59:59.999Z', '2026-11-21', '23:59'],
		['2026-11-21T16:00:00.000Z', '2026-11-22', '00:00'],
		['2026-11-22T01:05:00.000Z', '2026-11-22', '09:05'],
		['2026-12-31T16:00:00.000Z', '2027-01-01', '00:00'],
		['2028-02-28T16:00:00.000Z', '2028-02-29', '00:00']
	])('%s is %s %s', (instant, day, clock) => {
		expect(dayOf(new Date(instant))).toBe(day);
		expect(clockOf(new Date(instant))).toBe(clock);
	});

	test('a day begins at 16:00 UTC of the day before', () => {
		expect(instantOf('2026-11-22').toISOString()).toBe('2026-11-21T16:00:00.000Z');
		expect(instantOf('2026-11-22', '09:30').toISOString()).toBe('2026-11-22T01:30:00.000Z');
		expect(instantOf('2026-11-22', '09:30:15').toISOString()).toBe('2026-11-22T01:30:15.000Z');
	});

	test('any day and clock time come back from their instant', () => {
		const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
		fc.assert(
			fc.property(anyDay, minute, (day, minutes) => {
				const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
				const instant = instantOf(day, clock);
				expect([dayOf(instant), clockOf(instant)]).toEqual([day, clock]);
			})
		);
	});
});

test.each([
	['2026-11-22', 1, '2026-11-23'],
	['2026-11-30', 1, '2026-12-01'],
	['2026-12-31', 1, '2027-01-01'],
	['2026-01-01', -1, '2025-12-31'],
	['2028-02-28', 1, '2028-02-29'],
	['2027-02-28', 1, '2027-03-01'],
	['2026-10-01', 60, '2026-11-30']
])('addDays(%s, %i) is %s', (day, days, expected) => {
	expect(addDays(day, days)).toBe(expected);
});

test('addDays and daysBetween undo each other', () => {
	fc.assert(
		fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
			expect(daysBetween(day, addDays(day, days))).toBe(days);
			expect(addDays(addDays(day, days), -days)).toBe(day);
		})
	);
});

test.each([
	['2026-11-23', 1, '星期一'],
	['2026-11-28', 6, '星期六'],
	['2026-11-22', 7, '星期日'],
	['2028-02-29', 2, '星期二']
])('%s is weekday %i, %s', (day, number, name) => {
	expect([weekdayOf(day), formatWeekday(day)]).toEqual([number, name]);
});

test('weekdays follow one another', () => {
	fc.assert(fc.property(anyDay, (day) => weekdayOf(addDays(day, 1)) === (weekdayOf(day) % 7) + 1));
});

test.each([
	['2026-11-22', true],
	['2028-02-29', true],
	['2026-02-29', false],
	['2026-02-30', false],
	['2026-04-31', false],
	['2026-13-01', false],
	['2026-00-10', false],
	['2026-11-00', false],
	['2026-1-1', false],
	['2026/11/22', false],
	['2026-11-22T00:00', false],
	[' 2026-11-22', false],
	['２０２６-11-22', false],
	// Counting on from there would leave the form of four digits and never end.
	['9999-12-31', false],
	['3000-01-01', false],
	['2999-12-31', true],
	['1899-12-31', false],
	['1900-01-01', true],
	['', false]
])('%j is a day: %s', (text, expected) => {
	expect(isDay(text)).toBe(expected);
});

test('what is a day agrees with the calendar of Date', () => {
	const [year, month, day] = [fc.integer({ min: 1900, max: 2999 }), fc.nat({ max: 13 }), fc.nat({ max: 32 })];
	const two = (value: number) => String(value).padStart(2, '0');
	fc.assert(
		fc.property(year, month, day, (y, m, d) => {
			const there = new Date(Date.UTC(y, m - 1, d));
			expect(isDay(`${y}-${two(m)}-${two(d)}`)).toBe(
				m >= 1 && there.getUTCMonth() === m - 1 && there.getUTCDate() === d
			);
		})
	);
});

test('a day is written without leading zeros', () => {
	expect(formatDay('2026-01-05')).toBe('2026年1月5日');
	expect(formatShortDay('2026-01-05')).toBe('1月5日');
});

test.each([
	['2026-11-22T09:30', true],
	['2026-11-22T00:00', true],
	['2026-11-22T24:00', false],
	['2026-11-22T09:60', false],
	['2026-02-30T09:30', false],
	['2026-11-22 09:30', false],
	['2026-11-22', false]
])('%j is a minute: %s', (text, expected) => {
	expect(isMoment(text)).toBe(expected);
});

test('hours are added over the end of a month', () => {
	expect(addHours('2026-02-28T18:30', 24)).toBe('2026-03-01T18:30');
});
