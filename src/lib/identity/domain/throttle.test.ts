import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Failures, addressDelay, afterFailure, secondsBlocked } from './throttle.ts';

const START = new Date('2026-11-20T01:00:00Z');
const later = (seconds: number, from = START) => new Date(from.getTime() + seconds * 1000);

/** So many failures, each so many seconds after the one before. */
function fail(times: number, apartSeconds = 1): Failures {
	let state: Failures | null = null;
	for (let turn = 0; turn < times; turn++) state = afterFailure(state, later(turn * apartSeconds));
	return state!;
}
const blockedAfter = (times: number) => secondsBlocked(fail(times, 0), START);

describe('an account', () => {
	test.each([
		[1, 0],
		[4, 0],
		[5, 15],
		[6, 30],
		[7, 60],
		[8, 120],
		[9, 240],
		[10, 480],
		[11, 900],
		[12, 900],
		[2000, 900]
	])('after %i failures it waits %i s', (times, seconds) => {
		expect(blockedAfter(times)).toBe(seconds);
	});

	test('the wait runs out to the second', () => {
		const state = fail(5, 0);
		expect(secondsBlocked(state, later(14.2))).toBe(1);
		expect(secondsBlocked(state, later(15))).toBe(0);
		expect(secondsBlocked(state, later(3600))).toBe(0);
		expect(secondsBlocked(null, START)).toBe(0);
	});

	test('an hour without a failure forgets all, not a second earlier', () => {
		const state = fail(9, 0);
		expect(afterFailure(state, later(3600)).failures).toBe(10);
		expect(afterFailure(state, later(3601))).toEqual({
			failures: 1,
			lastFailureAt: later(3601),
			blockedUntil: later(3601)
		});
	});

	test('never shorter with another failure, never over 15 minutes', () => {
		const gaps = fc.array(fc.integer({ min: 0, max: 3600 }), { maxLength: 40 });
		fc.assert(
			fc.property(gaps, (seconds) => {
				let now = START;
				let state = afterFailure(null, now);
				let before = 0;
				for (const gap of seconds) {
					now = later(gap, now);
					state = afterFailure(state, now);
					const wait = secondsBlocked(state, now);
					expect(wait).toBeGreaterThanOrEqual(before);
					expect(wait).toBeLessThanOrEqual(900);
					before = wait;
				}
				expect(state.failures).toBe(seconds.length + 1);
			})
		);
	});
});

describe('an address', () => {
	test.each([
		[1, 0],
		[30, 0],
		[31, 100],
		[40, 1000],
		[50, 2000],
		[51, 2000],
		[100_000, 2000]
	])('after %i failures its answers are held back %i ms: slower, never shut out', (failures, millis) => {
		expect(addressDelay({ failures, lastFailureAt: START, blockedUntil: START }, START)).toBe(millis);
	});

	test('an hour later it is as fast as any', () => {
		const state = { failures: 500, lastFailureAt: START, blockedUntil: START };
		expect(addressDelay(state, later(3600))).toBe(2000);
		expect(addressDelay(state, later(3601))).toBe(0);
		expect(addressDelay(null, START)).toBe(0);
	});
});
