import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf } from '#lib/shared/time.ts';
import { faceOf, minutesTaken, planClocks, sayClock } from './time-plan.ts';

const at = (clock: string) => instantOf('2026-11-25', clock);

test.each([
	['not called: the whole time', null, null, '20:00', false],
	['just called', '14:30', null, '17:30', false],
	['ended in time', '14:30', '14:31', '19:00', false],
	['over', '14:00', null, '12:30', true],
	['ended too late stays so', '14:00', '14:25', '05:00', true]
])('the clock of twenty minutes at 14:32:30: %s', (_, started, ended, text, isOver) => {
	const timing = { minutes: 20, startedAt: started && at(started), endedAt: ended && at(ended) };
	expect(
		faceOf({ ...timing, startedAt: timing.startedAt || null, endedAt: timing.endedAt || null }, at('14:32:30'))
	).toMatchObject({ text, isOver });
});

test('hours stand in front where there are any', () => {
	expect([0, 59, 60, 3599, 3600, 7325].map(sayClock)).toEqual([
		'00:00',
		'00:59',
		'01:00',
		'59:59',
		'1:00:00',
		'2:02:05'
	]);
});

test('a minute begun is a minute used', () => {
	const taken = (ended: string) => minutesTaken({ minutes: 20, startedAt: at('14:00'), endedAt: at(ended) });
	expect(['14:00', '14:10', '14:10:01'].map(taken)).toEqual([0, 10, 11]);
	expect(minutesTaken({ minutes: 20, startedAt: at('14:00'), endedAt: null })).toBeNull();
});

test('each item is due when those before it are done', () => {
	expect(planClocks('14:30', [20, 45, 10])).toEqual(['14:30', '14:50', '15:35']);
	expect(planClocks('23:50', [20, 5])).toEqual(['23:50', '00:10']);
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 5, max: 180 }), { maxLength: 8 }), (minutes) => {
			const clocks = planClocks('09:00', minutes);
			expect(clocks).toHaveLength(minutes.length);
			for (const clock of clocks) expect(clock).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
		})
	);
});
