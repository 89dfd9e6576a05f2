import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWorkday } from '#lib/shared/calendar.ts';
import { addDays } from '#lib/shared/time.ts';
import { clockOf, isOver, mergePauses } from './publicity-clock.ts';

/** 6 November 2026 is a Friday. */
test.each([
	['over a weekend', '2026-11-06', [], '2026-11-13'],
	['over the national holiday, with a make-up Saturday', '2026-09-30', [], '2026-10-13'],
	['paused from the second day to the fourth', '2026-11-09', [['2026-11-11', '2026-11-13']], '2026-11-19'],
	['an objection on the last day leaves that one day', '2026-11-09', [['2026-11-16', '2026-11-17']], '2026-11-18'],
	['decided on the same day', '2026-11-09', [['2026-11-10', '2026-11-10']], '2026-11-17'],
	[
		'two that overlap are one',
		'2026-11-09',
		[
			['2026-11-11', '2026-11-13'],
			['2026-11-12', '2026-11-12']
		],
		'2026-11-19'
	],
	[
		'two apart',
		'2026-11-09',
		[
			['2026-11-11', '2026-11-11'],
			['2026-11-13', '2026-11-13']
		],
		'2026-11-18'
	]
] as const)('%s', (_, start, pauses, lastDay) => {
	expect(
		clockOf(
			start,
			5,
			pauses.map(([from, to]) => ({ from, to }))
		).lastDay
	).toBe(lastDay);
});

test('an open objection holds the clock, and the rest is told', () => {
	const clock = clockOf('2026-11-09', 5, [{ from: '2026-11-12', to: null }]);
	expect(clock).toMatchObject({ lastDay: null, remaining: 3 });
	expect(clock.explanation.join()).toContain('2026年11月12日收到异议，自当日起暂停，余 3 个工作日');
	expect(isOver(clock, '2027-01-01')).toBe(false);
	expect(isOver(clockOf('2026-11-06', 5, []), '2026-11-13')).toBe(false);
	expect(isOver(clockOf('2026-11-06', 5, []), '2026-11-14')).toBe(true);
});

const day = (offset: number) => addDays('2026-03-02', offset);
const pause = fc
	.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 9 }))
	.map(([from, length]) => ({ from: day(from), to: day(from + length) }));

test('whatever is objected inside the period, five working days without a pause are open to the public', () => {
	fc.assert(
		fc.property(fc.array(pause, { maxLength: 3 }), (all) => {
			// An objection is only taken while the publicity runs.
			const taken: { from: string; to: string }[] = [];
			for (const one of all) if (one.from <= (clockOf(day(0), 5, taken).lastDay ?? '')) taken.push(one);
			const { lastDay } = clockOf(day(0), 5, taken);
			let open = 0;
			for (let at = day(1); at <= lastDay!; at = addDays(at, 1)) {
				if (isWorkday(at) && !taken.some(({ from, to }) => from <= at && at <= to)) open++;
			}
			expect(open).toBe(5);
		})
	);
});

test('merging changes nothing about which days stand still', () => {
	fc.assert(
		fc.property(fc.array(pause, { maxLength: 5 }), (all) => {
			const merged = mergePauses(all);
			for (let offset = 0; offset < 25; offset++) {
				const holds = (list: typeof all) => list.some(({ from, to }) => from <= day(offset) && day(offset) <= to);
				expect(holds(merged as typeof all)).toBe(holds(all));
			}
			for (const [at, one] of merged.slice(1).entries()) expect(one.from > merged[at]!.to!).toBe(true);
		})
	);
});
