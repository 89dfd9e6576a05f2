import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCountingRule } from '#lib/shared/counting-rules.ts';
import { deadlineUnder } from '#lib/shared/statutory-deadline.ts';
import { addDays } from '#lib/shared/time.ts';
import { COMMON_PERIODS, readQuestion } from './deadline-question.ts';
import { stripOf } from './deadline-days.ts';

const ask = (start: string, length: number, more: Partial<{ unit: string; law: string; roll: string }> = {}) => {
	const read = readQuestion({ start, length: String(length), unit: 'day', law: '行政处罚法', roll: '', ...more });
	if ('faults' in read) throw new Error(JSON.stringify(read.faults));
	return deadlineUnder(read.asked);
};

describe('the strip', () => {
	test('seven working days over 国庆节', () => {
		const strip = stripOf('2026-09-21', ask('2026-09-21', 7))!;
		const row = strip.days.map(({ date, role, number }) => `${date.slice(5)} ${role} ${number ?? '-'}`);
		expect(row[0]).toBe('09-21 start -');
		expect(row.at(-1)).toBe('10-08 last 7');
		expect(strip.days.filter(({ role }) => role === 'skipped').map(({ why }) => why)).toContain('国庆节放假');
		expect(strip.blanks).toBe(0);
	});

	test('a make-up day is counted and says why', () => {
		const day = stripOf('2026-02-10', ask('2026-02-10', 7))!.days.find(({ date }) => date === '2026-02-14');
		expect(day).toMatchObject({ role: 'counted', why: '调休上班', number: 4 });
	});

	test('a last day that moved is not one of the days', () => {
		const { days } = stripOf('2026-09-16', ask('2026-09-16', 15))!;
		expect(days.find(({ date }) => date === '2026-09-30')).toMatchObject({ number: 14, role: 'counted' });
		expect(days.find(({ date }) => date === '2026-10-01')).toMatchObject({ number: 15, role: 'skipped' });
		expect(days.at(-1)).toMatchObject({ date: '2026-10-08', role: 'last', number: null });
	});

	test('of a long period only the end is shown', () => {
		const strip = stripOf('2026-06-24', ask('2026-06-24', 90))!;
		expect([strip.days.length, strip.left, strip.days.at(-1)!.number]).toEqual([21, 70, 90]);
	});

	test('hours have none', () => {
		expect(stripOf('2026-06-24', ask('2026-06-24T09:00', 24, { unit: 'hour' }))).toBeNull();
	});

	test('counts as many working days as were asked', () => {
		fc.assert(
			fc.property(fc.nat({ max: 300 }), fc.integer({ min: 1, max: 30 }), (offset, length) => {
				const start = addDays('2026-01-01', offset);
				const { days } = stripOf(start, ask(start, length, { unit: 'workday' }))!;
				expect(days.at(-1)).toMatchObject({ role: 'last', number: length });
			})
		);
	});
});

describe('a question', () => {
	const typed = { start: '2026-09-16', length: '15', unit: 'day', law: '行政处罚法', roll: '' };
	test.each([
		[{ start: '2026-02-30' }, 'start'],
		[{ start: '' }, 'start'],
		[{ unit: 'hour' }, 'start'],
		[{ length: '0' }, 'length'],
		[{ length: '半个月' }, 'length'],
		[{ unit: 'week' }, 'unit'],
		[{ law: '灯火法' }, 'law'],
		[{ roll: 'maybe' }, 'roll']
	])('%j is told at its field', (more, field) => {
		const read = readQuestion({ ...typed, ...more });
		expect(Object.keys('faults' in read ? read.faults : {})).toEqual([field]);
	});

	test('is read in the words of the address', () => {
		const read = readQuestion({ ...typed, start: '2026-09-16 09:30', unit: 'hour', roll: 'no' });
		expect(read).toMatchObject({ asked: { start: '2026-09-16T09:30', length: 15, rolls: false } });
	});

	test('every common period counts', () => {
		for (const { length, unit, law } of COMMON_PERIODS) {
			expect(ask('2026-06-01', length, { unit, law }).lastDay > '2026-06-01').toBe(true);
			expect(findCountingRule(law)).not.toBeNull();
		}
	});
});
