import { NO_SHEET, sameSheet } from './sheet-body.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POINT, STEP, TEAM_CRITERIA, type TeamCriterion, bandOf, formatPoints } from './criteria.ts';
import { type Draft, type TeamSheet, acceptAdvocateSheet, acceptTeamSheet, totalOf } from './sheet.ts';

const KEYS = Object.keys(TEAM_CRITERIA) as TeamCriterion[];
const full = Object.fromEntries(KEYS.map((key) => [key, TEAM_CRITERIA[key].weight * POINT])) as TeamSheet['points'];
const draft = (more: Partial<Draft<TeamSheet>> = {}): Draft<TeamSheet> => ({
	...{ judge: 'a', side: 'plaintiff', points: full, notes: [] },
	...more
});
const saying = (one: Draft<TeamSheet>) => {
	const accepted = acceptTeamSheet(one, 40);
	return accepted.ok ? null : [accepted.refusal.field, accepted.refusal.message];
};

test('the weights are 100 in all', () => {
	expect(KEYS.reduce((sum, key) => sum + TEAM_CRITERIA[key].weight, 0)).toBe(100);
	expect(totalOf({ points: full })).toBe(100 * POINT);
});

describe('a team sheet', () => {
	test.each<[string, Partial<Draft<TeamSheet>>, [string, string]]>([
		['a criterion left open', { points: { ...full, T4: undefined } as never }, ['T4', 'T4 程序论证还没有打分。']],
		['quarter points', { points: { ...full, T1: 1325 } }, ['T1', 'T1 诉讼文书按半分打，不能是 13.25 分。']],
		['more than the weight', { points: { ...full, T8: 550 } }, ['T8', 'T8 庭风配合在 0 到 5 分之间，不能是 5.5 分。']],
		['below nothing', { points: { ...full, T8: -50 } }, ['T8', 'T8 庭风配合在 0 到 5 分之间，不能是 −0.5 分。']],
		[
			'a low mark without a moment',
			{ points: { ...full, T3: 950 } },
			['T3', 'T3 举证质证不到一半，请记下庭上的哪一刻、为什么。']
		],
		[
			'a moment after the end',
			{ notes: [{ criterion: 'T7', seq: 41, text: '答非所问' }] },
			['T7', '评语要连着庭审中的一刻，这一刻不在记录里。']
		],
		['a note without words', { notes: [{ criterion: 'T7', seq: 4, text: ' ' }] }, ['T7', '评语没有写内容。']]
	])('%s is refused', (_, more, expected) => {
		expect(saying(draft(more))).toEqual(expected);
	});

	test('exactly half needs no note, and a low mark with one is taken', () => {
		expect(saying(draft({ points: { ...full, T3: 1000 } }))).toBeNull();
		const notes = [{ criterion: 'T3' as const, seq: 12, text: '辩论里夹带新证据' }];
		expect(saying(draft({ points: { ...full, T3: 0 }, notes }))).toBeNull();
	});

	test('whatever lies on the half points between nothing and the weight is taken, and adds up exactly', () => {
		const points = fc.record(
			Object.fromEntries(
				KEYS.map((key) => [key, fc.integer({ min: 0, max: TEAM_CRITERIA[key].weight * 2 }).map((half) => half * STEP)])
			) as Record<TeamCriterion, fc.Arbitrary<number>>
		);
		const notes = KEYS.map((criterion) => ({ criterion, seq: 1, text: '记在开头' }));
		fc.assert(
			fc.property(points, (given) => {
				const accepted = acceptTeamSheet(draft({ points: given, notes }), 40);
				expect(accepted.ok).toBe(true);
				expect(totalOf({ points: given })).toBe(KEYS.reduce((sum, key) => sum + given[key], 0));
			})
		);
	});
});

test('an advocate’s sheet follows the same rules', () => {
	const points = { accuracy: 3000, evidence: 2500, response: 2000, structure: 1500, bearing: 1000 };
	const sheet = { judge: 'a', advocate: 'x', side: 'plaintiff' as const, points };
	expect(acceptAdvocateSheet(sheet).ok).toBe(true);
	const over = acceptAdvocateSheet({ ...sheet, points: { ...points, bearing: 1050 } });
	expect(over.ok ? null : over.refusal.message).toBe('风度：风度在 0 到 10 分之间，不能是 10.5 分。');
});

test.each([
	[1350, 0],
	[1349, 1],
	[1050, 1],
	[1049, 2],
	[750, 2],
	[749, 3],
	[0, 3]
])('%i hundredths of 15 points fall under anchor %i', (points, band) => {
	expect(bandOf('T1', points)).toBe(band);
});

test.each([
	[1350, '13.5'],
	[1325, '13.25'],
	[1300, '13'],
	[5, '0.05'],
	[-150, '−1.5']
])('%i reads %s', (points, text) => {
	expect(formatPoints(points)).toBe(text);
});

test('two sheets say the same in whatever order they were filled in, and differ by half a point', () => {
	const left = { ...NO_SHEET, points: { T1: 100, T2: 50 }, advocates: { 'plaintiff-1': { accuracy: 50, bearing: 0 } } };
	const right = {
		...NO_SHEET,
		points: { T2: 50, T1: 100 },
		advocates: { 'plaintiff-1': { bearing: 0, accuracy: 50 } }
	};
	expect(sameSheet(left, right)).toBe(true);
	expect(sameSheet(left, { ...right, points: { T1: 100, T2: 100 } })).toBe(false);
});
