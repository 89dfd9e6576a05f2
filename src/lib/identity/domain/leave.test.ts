import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/shared/time.ts';
import { type Leave, isAwayOn, judgeLeave } from './leave.ts';

const KNOWN: Leave[] = [{ fromOn: '2026-11-10', untilOn: '2026-11-14' }];

test.each([
	['2026-11-15', '2026-11-20', null],
	['2026-11-09', '2026-11-09', null],
	['2026-11-14', '2026-11-20', 'overlaps'],
	['2026-11-01', '2026-11-30', 'overlaps'],
	['2026-11-12', '2026-11-12', 'overlaps'],
	['2026-12-02', '2026-12-01', 'period'],
	['2027-01-01', '2027-12-31', null],
	['2027-01-01', '2028-01-02', 'too-long']
])('%s to %s beside a week in November: %s', (fromOn, untilOn, code) => {
	const judged = judgeLeave({ fromOn, untilOn }, KNOWN);
	expect(judged.ok ? null : judged.refusal.code).toBe(code);
});

test('whatever is accepted is away on its own days, and on none that was recorded before', () => {
	const start = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-10-20', days));
	fc.assert(
		fc.property(start, fc.integer({ min: 0, max: 20 }), (fromOn, length) => {
			const leave = { fromOn, untilOn: addDays(fromOn, length) };
			fc.pre(judgeLeave(leave, KNOWN).ok);
			for (let day = leave.fromOn; day <= leave.untilOn; day = addDays(day, 1)) {
				expect([isAwayOn([leave], day), isAwayOn(KNOWN, day)]).toEqual([true, false]);
			}
			expect(isAwayOn([leave], addDays(leave.fromOn, -1)) || isAwayOn([leave], addDays(leave.untilOn, 1))).toBe(false);
		})
	);
});
