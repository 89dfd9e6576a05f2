import type { Source } from './entry.ts';

/** A version of the monthly rule: data, so that a page can print it and a later version can stand beside it. */
export interface Rule {
	readonly version: number;
	readonly effectiveFrom: string;
	/** What it scores; entries of other sources stay in the ledger, unscored. */
	readonly sources: readonly Source[];
	/** Percent; they sum to 100. */
	readonly weights: { readonly fresh: number; readonly retained: number };
	/** A question counts as first try when it was never answered or not for this many days. */
	readonly freshAfterDays: number;
	/** A due review counts as retained mastery when the first success lies at least this many days back. */
	readonly retainedAfterDays: number;
	/** Minimum participation in a month. */
	readonly minimumSets: number;
	readonly minimumFresh: number;
}

export const RULES: readonly Rule[] = [
	{
		version: 1,
		effectiveFrom: '2026-01-01',
		sources: ['daily-set'],
		weights: { fresh: 60, retained: 40 },
		freshAfterDays: 7,
		retainedAfterDays: 14,
		minimumSets: 6,
		minimumFresh: 20
	}
];

/** Whether a month has a rule: earlier ones were never ranked. */
export function hasRule(cycle: string): boolean {
	return RULES[0]!.effectiveFrom <= `${cycle}-01`;
}

/** The rule in force on the first day of a cycle. */
export function ruleOf(cycle: string): Rule {
	const rule = RULES.filter(({ effectiveFrom }) => effectiveFrom <= `${cycle}-01`).at(-1);
	if (!rule) throw new RangeError(`no ranking rule for ${cycle}`);
	return rule;
}

/** The formula in words, for the board. */
export function describeRule(rule: Rule): string[] {
	return [
		`总分 = 首答正确率 × ${rule.weights.fresh}% + 保持率 × ${rule.weights.retained}%，满分 100。`,
		`首答正确率：从未答过或距上次作答满 ${rule.freshAfterDays} 天的题，本次作答的平均得分（多选按部分得分计）。`,
		`保持率：到期复习、且距第一次全对满 ${rule.retainedAfterDays} 天的题，这次仍然全对的比例。`,
		`本月尚无可计保持率的题时，总分只按首答正确率计。`,
		`参与下限：本月答完 ${rule.minimumSets} 组今日练兵，且首答题不少于 ${rule.minimumFresh} 道；未达到的不排名，也不扣分。`,
		`答题数量、在线时长、处罚件数和罚款数额一律不计入。并列先比保持率，再比首答正确率，仍相同的名次并列。`
	];
}
