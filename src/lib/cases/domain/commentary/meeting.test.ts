import { describe, expect, test } from 'vitest';
import type { Polarity } from '../case.ts';
import { MEETING_STATES, type MeetingState, findOpeningFault, missingSides, stepTo } from './meeting.ts';

const item = (polarity: Polarity, speakers: readonly string[] = ['林岳']) => ({
	title: `案例 ${polarity}`,
	polarity,
	speakers
});
const open = (agenda: ReturnType<typeof item>[], today = '2026-11-25') =>
	findOpeningFault({ agenda, day: '2026-11-25', today })?.code ?? null;

describe('opening', () => {
	test.each<[string, ReturnType<typeof item>[], string | null]>([
		['a good and a bad case', [item('positive'), item('negative')], null],
		['more of both', [item('negative'), item('mixed'), item('positive')], null],
		['nothing on the agenda', [], 'one-sided'],
		['good cases only', [item('positive'), item('positive')], 'one-sided'],
		['bad cases only', [item('negative')], 'one-sided'],
		['a mixed case counts for neither side', [item('positive'), item('mixed')], 'one-sided'],
		['somebody must speak about each', [item('positive'), item('negative', [])], 'no-speaker']
	])('%s', (_, agenda, code) => {
		expect(open(agenda)).toBe(code);
	});
	test('on its day or later, not before', () => {
		const agenda = [item('positive'), item('negative')];
		expect(['2026-11-24', '2026-11-25', '2026-11-26'].map((today) => open(agenda, today))).toEqual([
			'too-early',
			null,
			null
		]);
	});
	test('says which side is missing', () => {
		expect(missingSides([item('mixed')])).toEqual(['一个正面案例', '一个反面案例']);
		expect(findOpeningFault({ agenda: [item('positive')], day: '2026-11-25', today: '2026-11-25' })?.message).toContain(
			'还缺一个反面案例'
		);
	});
});

test('every step that is possible, and no other', () => {
	const states = Object.keys(MEETING_STATES) as MeetingState[];
	const possible = states.flatMap((from) => states.filter((to) => stepTo(from, to).ok).map((to) => `${from} → ${to}`));
	expect(possible).toEqual(['planned → open', 'planned → cancelled', 'open → held', 'held → published']);
});
