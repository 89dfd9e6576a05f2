import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, expiryOf } from './session-limits.ts';

const DAY = 86_400_000;
const opened = new Date('2026-11-20T01:00:00Z');
const at = (days: number) => new Date(opened.getTime() + days * DAY);
const LIMITS = { idleDays: 7, absoluteDays: 30 };

test.each([
	['fresh', 0, 7],
	['used on the tenth day', 10, 17],
	['used on the day before its end', 29, 30],
	['at its end', 30, 30]
])('%s it holds until day %d + …: day %d', (_, day, until) => {
	expect(expiryOf(opened, at(day), LIMITS)).toEqual(at(until));
});

test('however it is used and whatever the limits: never past the end, never shorter for being used', () => {
	const limits = fc.record({
		idleDays: fc.integer({ min: 1, max: 90 }),
		absoluteDays: fc.integer({ min: 1, max: 365 })
	});
	fc.assert(
		fc.property(limits, fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 30 }), (given, gaps) => {
			let now = 0;
			let expiresAt = expiryOf(opened, opened, given);
			for (const gap of gaps) {
				now += gap;
				if (at(now) >= expiresAt) break;
				const renewed = expiryOf(opened, at(now), given);
				expect(renewed.getTime()).toBeGreaterThanOrEqual(expiresAt.getTime());
				expiresAt = renewed;
			}
			expect(expiresAt.getTime()).toBeLessThanOrEqual(endOf(opened, given).getTime());
		})
	);
});
