import { describe, expect, test } from 'vitest';
import { FIRST_RULE, RULES, SECOND_RULE } from '../../../../tests/support/rules.ts';
import { describeRule } from './describe-rule.ts';
import { type Rule, componentsFor, hasRule, isOfPieces, ruleAfter, ruleOf } from './rule.ts';

test.each([
	['2025-12', null, 1],
	['2026-01', 1, 2],
	['2026-11', 1, 2],
	['2026-12', 2, null],
	['2027-06', 2, null]
])('%s is ranked by version %s; announced is %s', (cycle, version, next) => {
	expect(hasRule(RULES, cycle)).toBe(version !== null);
	if (version === null) expect(() => ruleOf(RULES, cycle)).toThrow(RangeError);
	else expect(ruleOf(RULES, cycle).version).toBe(version);
	expect(ruleAfter(RULES, cycle)?.version ?? null).toBe(next);
});

test('without rules no month is ranked', () => {
	expect(hasRule([], '2026-11')).toBe(false);
	expect(ruleAfter([], '2026-11')).toBeNull();
});

test('every source is scored by one component at most, and the first rule knows only daily sets', () => {
	expect(componentsFor(FIRST_RULE, 'drafting')).toEqual([]);
	expect(componentsFor(FIRST_RULE, 'daily-set').map(({ key }) => key)).toEqual(['fresh', 'retained']);
	expect(componentsFor(SECOND_RULE, 'commentary').map(({ key }) => key)).toEqual(['casework']);
	expect(componentsFor(SECOND_RULE, 'a-later-room' as 'commentary')).toEqual([]);
});

describe('the printed formula', () => {
	test('of the first rule names what it counts and what it does not', () => {
		expect(describeRule(FIRST_RULE)).toEqual([
			'总分 = 首答正确率 × 60% + 保持率 × 40%，满分 100。',
			'首答正确率：从未答过或距上次作答满 7 天的题，本次作答的平均得分（多选按部分得分计）。',
			'保持率：到期复习、且距第一次全对满 14 天的题，这次仍然全对的比例。',
			'本月尚无可计保持率的题时，总分只按首答正确率计。',
			'参与下限：本月答完 6 组今日练兵，且首答题不少于 20 道；未达到的不排名，也不扣分。',
			'已记账、本版尚未计分：文书写作、案卷评查、裁量案例、案例发布、案例点评、擂台庭审。',
			'答题数量、在线时长、处罚件数和罚款数额一律不计入。并列先比保持率，再比首答正确率，仍相同的名次并列。'
		]);
	});

	test('of the second rule leaves only hearings uncounted', () => {
		expect(describeRule(SECOND_RULE)).toContain('已记账、本版尚未计分：擂台庭审。');
	});

	test('states every figure of a rule', () => {
		const change = (one: Rule['components'][number]) =>
			isOfPieces(one)
				? { ...one, most: 7, least: 4, ceilings: [61, 71, 100, 100, 100] }
				: { ...one, afterDays: 19, least: 8 };
		const components = SECOND_RULE.components.map(change);
		const text = describeRule({
			...{ ...SECOND_RULE, components, leastMeasured: 66, floors: { sets: 5, firstTries: 21 } },
			tieBreaks: ['drafting', 'discretion']
		}).join('');
		const figures = ['20%', '25%', '30%', '10%', '5%', '满 19 天', '满 8 道', '最好的 7 份', '满 4 份才计'];
		for (const figure of [
			...figures,
			'1 级最高按 61 分',
			'2 级最高按 71 分',
			'66%',
			'5 组',
			'21 道',
			'先比文书写作，再比裁量案例'
		]) {
			expect(text).toContain(figure);
		}
	});
});
