import * as fc from 'fast-check';
import { Rating } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, instantOf } from '#lib/shared/time.ts';
import { type Memory, gradeOf, pastOf, review } from './memory.ts';

const FIRST = instantOf('2026-03-02', '09:30');
const marks = fc.constantFrom(0, 33, 49, 50, 67, 99, 100);
const daysUntilDue = (memory: Memory) => daysBetween(dayOf(memory.lastReview), dayOf(memory.due));

/** The memory after a history of answers: each some days after the one before, the first on 2 March. */
function learn(history: readonly { mark: number; after: number }[]): Memory {
	let now = FIRST;
	let memory: Memory | null = null;
	for (const { mark, after } of history) {
		now = memory ? new Date(now.getTime() + after * 86_400_000) : now;
		memory = review(memory, mark, now);
	}
	return memory!;
}

const history = fc.array(fc.record({ mark: marks, after: fc.integer({ min: 0, max: 60 }) }), {
	minLength: 1,
	maxLength: 12
});

test.each([
	[100, Rating.Good],
	[99, Rating.Hard],
	[50, Rating.Hard],
	[49, Rating.Again],
	[0, Rating.Again]
])('mark %i is grade %i', (mark, grade) => {
	expect(gradeOf(mark)).toBe(grade);
});

describe('review', () => {
	test('a first right answer comes back after days, a first wrong one on the next day', () => {
		expect(daysUntilDue(review(null, 100, FIRST))).toBeGreaterThanOrEqual(2);
		expect(daysUntilDue(review(null, 0, FIRST))).toBe(1);
	});

	test('a half right answer comes back sooner than a right one', () => {
		expect(daysUntilDue(review(null, 50, FIRST))).toBeLessThan(daysUntilDue(review(null, 100, FIRST)));
	});

	test('answered right on each due day, the way to the next grows, up to half a year', () => {
		let memory = review(null, 100, FIRST);
		const ways = [daysUntilDue(memory)];
		for (let turn = 0; turn < 12; turn++) {
			memory = review(memory, 100, memory.due);
			ways.push(daysUntilDue(memory));
		}
		const shrinking = ways.slice(1).filter((way, index) => way <= ways[index]! && way < 180);
		expect(shrinking).toEqual([]);
		// ts-fsrs keeps "right" a day behind "with difficulty", also at the cap of 180.
		expect(ways.at(-1)).toBe(181);
	});

	test('a wrong answer brings back what was far away', () => {
		const known = learn([0, 4, 14, 40].map((after) => ({ mark: 100, after })));
		expect(daysUntilDue(known)).toBeGreaterThan(30);
		const forgotten = review(known, 0, known.due);
		expect(daysUntilDue(forgotten)).toBeLessThan(10);
		expect(forgotten).toMatchObject({ lapses: known.lapses + 1, lastMark: 0 });
	});

	test('never due again on the same day, never later than half a year, a better mark never sooner', () => {
		fc.assert(
			fc.property(history, marks, marks, fc.nat(90), (past, one, other, after) => {
				const memory = learn(past);
				expect(dayOf(memory.due) > dayOf(memory.lastReview)).toBe(true);
				const now = new Date(memory.lastReview.getTime() + after * 86_400_000);
				const [worse, better] = [one, other]
					.sort((left, right) => left - right)
					.map((mark) => review(memory, mark, now));
				expect(daysUntilDue(worse!)).toBeGreaterThanOrEqual(1);
				expect(daysUntilDue(better!)).toBeLessThanOrEqual(181);
				expect(better!.due.getTime()).toBeGreaterThanOrEqual(worse!.due.getTime());
			})
		);
	});

	test('the same history gives the same memory: it can be computed again', () => {
		fc.assert(
			fc.property(history, (past) => {
				expect(learn(past)).toEqual(learn(past));
			})
		);
	});

	test('the first success is kept, whatever comes after; a part of the marks is none', () => {
		fc.assert(
			fc.property(history, (past) => {
				const success = past.findIndex(({ mark }) => mark === 100);
				const wait = past.slice(1, success + 1).reduce((sum, { after }) => sum + after, 0);
				const expected = success === -1 ? null : new Date(FIRST.getTime() + wait * 86_400_000);
				expect(learn(past).firstSuccessAt).toEqual(expected);
				expect(learn(past)).toMatchObject({ reps: past.length, lastMark: past.at(-1)!.mark });
			})
		);
	});
});

describe('pastOf', () => {
	const memory: Memory = {
		...{ due: instantOf('2026-11-20', '14:00'), lastReview: instantOf('2026-11-12', '23:50') },
		...{ firstSuccessAt: instantOf('2026-10-01', '08:00'), lastMark: 100 },
		...{ stability: 8, difficulty: 5, reps: 3, lapses: 0, state: 2 }
	};

	test.each([
		['ten minutes later is the next day', '2026-11-13', '00:00', 1, 43, false],
		['the same day', '2026-11-12', '23:59', 0, 42, false],
		['the eve of the due day', '2026-11-19', '23:59', 7, 49, false],
		['the due day, before the hour', '2026-11-20', '00:00', 8, 50, true],
		['overdue', '2026-12-01', '09:00', 19, 61, true]
	])('%s', (_, day, clock, daysSinceLast, daysSinceFirstSuccess, wasDue) => {
		expect(pastOf(memory, instantOf(day, clock))).toEqual({ daysSinceLast, daysSinceFirstSuccess, wasDue });
	});

	test('never right, never answered', () => {
		const now = instantOf('2026-11-20');
		expect(pastOf({ ...memory, firstSuccessAt: null }, now).daysSinceFirstSuccess).toBeNull();
		expect(pastOf(null, now)).toEqual({ daysSinceLast: null, daysSinceFirstSuccess: null, wasDue: false });
	});

	test('the clock of the day does not matter', () => {
		const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
		fc.assert(
			fc.property(minute, fc.integer({ min: 0, max: 60 }), (minutes, after) => {
				const start = instantOf(addDays('2026-11-12', after));
				const later = new Date(start.getTime() + minutes * 60_000);
				expect(pastOf(memory, later)).toEqual(pastOf(memory, start));
			})
		);
	});
});
