import { describe, expect, test } from 'vitest';
import { atStage } from '../../../../../tests/support/hearing.ts';
import { clocksAt } from './clock.ts';
import { latePoints, overtimePoints } from './penalty.ts';

const SECOND = 1000;
const clocks = ({ hearing, frame, at }: ReturnType<typeof atStage>) => clocksAt(hearing.course, frame.procedure, at);

test.each([
	[0, 0],
	[1, 1],
	[30_000, 1],
	[30_001, 2],
	[150_000, 5],
	[3_600_000, 5]
])('%d ms over time cost %d points', (over, points) => expect(overtimePoints(over)).toBe(points));

test.each([
	[0, 0],
	[1, 2],
	[3_600_000, 2],
	[3_600_001, 4],
	[36_000_000, 10]
])('a paper %d ms late costs %d points', (late, points) => expect(latePoints(late)).toBe(points));

describe('clocks', () => {
	test('a party’s clock runs while one of its seats speaks, the stage’s all the time', () => {
		const telling = atStage('S4').wait(20).do('presiding-1', 'grant', { seatId: 'plaintiff-1' }).wait(60);
		expect(clocks(telling).parties.plaintiff).toMatchObject({
			usedMs: 60 * SECOND,
			leftMs: 120 * SECOND,
			isRunning: true
		});
		expect(clocks(telling).stage).toMatchObject({ usedMs: 80 * SECOND, isRunning: true });
		telling.do('plaintiff-1', 'yield', {}).wait(30);
		expect(clocks(telling).parties.plaintiff).toMatchObject({ usedMs: 60 * SECOND, isRunning: false });
	});
	test('the bell rings 30 seconds before the end', () => {
		const telling = atStage('S4').do('presiding-1', 'grant', { seatId: 'plaintiff-1' }).wait(149);
		expect(clocks(telling).parties.plaintiff?.isWarning).toBe(false);
		expect(clocks(telling.wait(1)).parties.plaintiff).toMatchObject({ isWarning: true, isOver: false });
		expect(clocks(telling.wait(31)).parties.plaintiff).toMatchObject({
			isWarning: false,
			isOver: true,
			leftMs: -SECOND
		});
	});
	test('a pause stops everything and costs nobody anything', () => {
		const telling = atStage('S4').do('presiding-1', 'grant', { seatId: 'plaintiff-1' }).wait(10);
		telling.do('presiding-1', 'pause', { reason: '设备故障。' }).wait(600);
		expect(clocks(telling)).toMatchObject({ isPaused: true, stage: { usedMs: 10 * SECOND, isRunning: false } });
		expect(telling.outcome('plaintiff-1', 'request-floor', { why: '' })).toBe('paused');
		telling.do('presiding-1', 'resume', {}).wait(5);
		expect(clocks(telling).parties.plaintiff).toMatchObject({ usedMs: 15 * SECOND, isRunning: true });
	});
	test('an extension lengthens the party’s time and the stage’s, as often as the procedure says', () => {
		const telling = atStage('S4').do('presiding-1', 'extend', { party: 'plaintiff', reason: '' });
		expect(clocks(telling).parties.plaintiff?.limitMs).toBe(240 * SECOND);
		expect(clocks(telling).stage?.limitMs).toBe(240 * SECOND);
		expect(telling.outcome('presiding-1', 'extend', { party: 'plaintiff', reason: '' })).toBe('extended');
		expect(telling.outcome('presiding-1', 'extend', { party: 'defendant', reason: '' })).toBe('no-clock');
	});
});

describe('overtime', () => {
	test('costs points when the turn ends, and no more for the same seconds', () => {
		const telling = atStage('S4')
			.do('presiding-1', 'grant', { seatId: 'plaintiff-1' })
			.wait(180 + 31);
		telling.do('plaintiff-1', 'yield', {});
		expect(telling.penalties).toEqual(['plaintiff overtime 2']);
		telling
			.do('presiding-1', 'grant', { seatId: 'plaintiff-1' })
			.wait(30)
			.do('presiding-1', 'take-back', { reason: '时间已到。' });
		expect(telling.penalties).toEqual(['plaintiff overtime 2', 'plaintiff overtime 1']);
	});
	test('five points a stage at most, also when the stage ends while somebody speaks', () => {
		const telling = atStage('S4').do('presiding-1', 'grant', { seatId: 'plaintiff-1' }).wait(3600).to('S5');
		expect(telling.penalties).toEqual(['plaintiff overtime 5']);
		expect(telling.hearing.course.floor).toBeNull();
	});
	test('in a stage without scored time nobody pays', () => {
		const telling = atStage('S8').do('presiding-1', 'grant', { seatId: 'plaintiff-1' }).wait(3600).to('S9');
		expect(telling.penalties).toEqual([]);
	});
	test('a penalty that was lifted is not taken again', () => {
		const telling = atStage('S4')
			.do('presiding-1', 'grant', { seatId: 'plaintiff-1' })
			.wait(181)
			.do('plaintiff-1', 'yield', {});
		const penalty = telling.hearing.court.penalties[0]!.id;
		telling.do('presiding-1', 'lift-penalty', { penalty, reason: '话筒故障。' }).to('S5');
		expect(telling.hearing.court.penalties).toMatchObject([{ points: 1, lifted: '话筒故障。' }]);
	});
});
