import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreCase } from './case-score.ts';
import { before, daysOf, formatQuarter, isQuarter, quarterOf, takesSheets } from './quarter.ts';
import { findConflict } from './score-conflict.ts';
import {
	CRITERIA,
	CRITERIA_KEYS,
	type CaseSheet,
	type Criterion,
	checkSheet,
	isExtreme,
	totalOf
} from './score-sheet.ts';

const NO_REASONS = Object.fromEntries(CRITERIA_KEYS.map((key) => [key, ''])) as Record<Criterion, string>;
const sheet = (
	points: Partial<Record<Criterion, number>> = {},
	reasons: Partial<Record<Criterion, string>> = {}
): CaseSheet => ({
	points: { facts: 18, procedure: 18, law: 18, discretion: 13, effect: 8, writing: 13, ...points },
	reasons: { ...NO_REASONS, ...reasons },
	remark: ''
});
/** A sheet with a total of 88 + `more` points, at most 90. */
const near = (more: number) => sheet({ facts: 18 + more });

test('the criteria are a hundred points', () => {
	expect(CRITERIA_KEYS.reduce((sum, key) => sum + CRITERIA[key].most, 0)).toBe(100);
});

describe('a sheet', () => {
	test.each<[string, CaseSheet, string | null]>([
		['usual points need no reasons', sheet(), null],
		['full marks need one', sheet({ facts: 20 }), 'reason-facts'],
		['and have one', sheet({ facts: 20 }, { facts: '证据链完整，没有断点' }), null],
		['less than six tenths need one', sheet({ law: 11 }), 'reason-law'],
		['six tenths do not', sheet({ law: 12 }), null],
		['nought needs one', sheet({ effect: 0 }), 'reason-effect'],
		['a reason of two words is none', sheet({ law: 20 }, { law: '很好' }), 'reason-law'],
		['more than there is', sheet({ effect: 11 }), 'points-effect'],
		['less than nothing', sheet({ effect: -1 }), 'points-effect'],
		['halves', sheet({ effect: 7.5 }), 'points-effect']
	])('%s', (_, given, field) => {
		const checked = checkSheet(given);
		expect(checked.ok ? null : checked.refusal.field).toBe(field);
	});
	test('extremes are full marks and less than six tenths', () => {
		for (const key of CRITERIA_KEYS) {
			const { most } = CRITERIA[key];
			expect(
				[most, most - 1, Math.ceil(most * 0.6), Math.ceil(most * 0.6) - 1].map((points) => isExtreme(key, points))
			).toEqual([true, false, false, true]);
		}
	});
});

describe('the score of a case', () => {
	test('four sheets all count, five leave the highest and the lowest out', () => {
		const four = [near(0), near(1), near(-1), near(-2)];
		expect(scoreCase(four)).toMatchObject({ sheets: 4, mean: 87.5, dropped: [], lowest: 86, highest: 89 });
		const five = scoreCase([...four, sheet({ facts: 0 })]);
		expect(five).toMatchObject({ sheets: 5, dropped: [89, 70], lowest: 70, highest: 89, mean: 87 });
		expect(five.reasons[0]).toBe('5 份评分表，去掉最高 89 分和最低 70 分，平均 87.0 分，最高与最低相差 19 分。');
	});
	test.each<[string, CaseSheet[], boolean, RegExp]>([
		['three that agree', [near(0), near(0), near(1)], true, /突出之处/],
		['two are too few', [near(0), near(0)], false, /还差 1 份/],
		['below the line', [near(-4), near(-4), near(-4)], false, /不到 85 分/],
		['far apart', [near(2), near(2), near(2), near(2), sheet({ facts: 0, procedure: 15 })], false, /先合议/],
		['none', [], false, /还没有评分表/]
	])('%s', (_, sheets, isRecommended, words) => {
		const score = scoreCase(sheets);
		expect(score.isRecommended).toBe(isRecommended);
		expect(score.reasons.join('')).toMatch(words);
	});
	test('the order of sheets does not matter, and the mean lies between what counted', () => {
		const points = fc.record(
			Object.fromEntries(CRITERIA_KEYS.map((key) => [key, fc.integer({ min: 0, max: CRITERIA[key].most })])) as Record<
				Criterion,
				fc.Arbitrary<number>
			>
		);
		fc.assert(
			fc.property(fc.array(points, { minLength: 1, maxLength: 9 }), (all) => {
				const sheets = all.map((one) => sheet(one));
				const score = scoreCase(sheets);
				const totals = sheets.map(totalOf).sort((left, right) => left - right);
				const counted = totals.length >= 5 ? totals.slice(1, -1) : totals;
				expect(score.mean).toBeGreaterThanOrEqual(counted[0]! - 0.05);
				expect(score.mean).toBeLessThanOrEqual(counted.at(-1)! + 0.05);
				const turned = scoreCase([...sheets].reverse());
				expect([turned.mean, turned.isRecommended]).toEqual([score.mean, score.isRecommended]);
			})
		);
	});
});

describe('who may grade', () => {
	const person = (name: string, unitPath: string) => ({ id: name, name, unitPath });
	const office = person('梁若川', '/bureau/');
	const town = person('许漫青', '/bureau/town/');
	test.each([
		['somebody else of the office', office, person('沈知微', '/bureau/'), false],
		['the author', office, office, true],
		['somebody of the author’s town', town, person('方砚秋', '/bureau/town/'), true],
		['somebody of another town', town, person('白景行', '/bureau/other/'), false],
		['somebody of the office, about a town’s case', town, person('沈知微', '/bureau/'), false]
	])('%s', (_, author, grader, isConflict) => {
		expect(findConflict({ name: author.name, person: author }, grader) !== null).toBe(isConflict);
	});
	test('a name is enough where the directory does not know the author', () => {
		expect(findConflict({ name: '梁若川', person: null }, office)).not.toBeNull();
		expect(findConflict({ name: '外聘专家', person: null }, office)).toBeNull();
	});
});

describe('quarters', () => {
	test('days, names, neighbours', () => {
		expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
			...['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4']
		]);
		expect(daysOf('2026-Q4')).toEqual({ from: '2026-10-01', until: '2026-12-31' });
		expect(before('2026-Q1')).toBe('2025-Q4');
		expect(formatQuarter('2026-Q3')).toBe('2026年第三季度');
		expect(['2026-Q5', '2026-Q', 'x', '2026-Q3'].map(isQuarter)).toEqual([false, false, false, true]);
	});
	test('sheets are taken from the first day until thirty days after the last', () => {
		expect(['2026-06-30', '2026-07-01', '2026-10-30', '2026-10-31'].map((day) => takesSheets('2026-Q3', day))).toEqual([
			...[false, true, true, false]
		]);
	});
});
