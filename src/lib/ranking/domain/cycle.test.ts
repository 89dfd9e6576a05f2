import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isDay } from '#lib/shared/time.ts';
import { boundsOf, formatCycle, isCycle, isFirstDays, previousCycle } from './cycle.ts';
import { cycleOf } from './entry.ts';

const cycle = fc
	.record({ year: fc.integer({ min: 2000, max: 2099 }), month: fc.integer({ min: 1, max: 12 }) })
	.map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);

test.each([
	['2026-11', true],
	['2026-01', true],
	['2026-12', true],
	['2026-13', false],
	['2026-00', false],
	['2026-1', false],
	['2026-11-01', false],
	['1999-12', false],
	['２０２６-11', false],
	["2026-11' or 1=1", false],
	['2026-11\n', false],
	['', false]
])('%j is a cycle: %s', (text, expected) => {
	expect(isCycle(text)).toBe(expected);
});

describe('boundsOf', () => {
	test.each([
		['2026-11', '2026-11-01', '2026-12-01'],
		['2026-12', '2026-12-01', '2027-01-01'],
		['2026-02', '2026-02-01', '2026-03-01'],
		['2028-02', '2028-02-01', '2028-03-01'],
		['2026-01', '2026-01-01', '2026-02-01']
	])('%s: %s up to, not including, %s', (month, from, before) => {
		expect(boundsOf(month)).toEqual({ from, before });
	});

	test('cycles follow one another without a gap, and hold the days that count for them', () => {
		fc.assert(
			fc.property(cycle, fc.nat(30), (month, offset) => {
				const { from, before } = boundsOf(month);
				expect(isDay(from) && isDay(before)).toBe(true);
				expect([28, 29, 30, 31]).toContain(daysBetween(from, before));
				expect(boundsOf(previousCycle(month)).before).toBe(from);
				const day = addDays(from, offset);
				expect(cycleOf(day) === month).toBe(from <= day && day < before);
			})
		);
	});
});

test.each([
	['2026-11', '2026-10'],
	['2026-01', '2025-12'],
	['2028-03', '2028-02']
])('before %s was %s', (month, before) => {
	expect(previousCycle(month)).toBe(before);
});

test('a cycle is written without a leading zero', () => {
	expect(formatCycle('2026-03')).toBe('2026年3月');
});

test.each([
	['2026-11-01', true],
	['2026-11-05', true],
	['2026-11-06', false],
	['2026-11-30', false]
])('%s is among the first days: %s', (day, expected) => {
	expect(isFirstDays(day)).toBe(expected);
});
