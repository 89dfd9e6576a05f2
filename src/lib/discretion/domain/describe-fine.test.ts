import { expect, test } from 'vitest';
import { describeFine } from './describe-fine.ts';
import type { Fine } from './fine.ts';

const who = { subject: '单位', mandatory: true };

const FINES: readonly [Fine, readonly string[]][] = [
	[{ ...who, kind: 'range', min: 2_000_000, max: 10_000_000 }, ['2万元以上10万元以下']],
	[{ ...who, kind: 'range', min: 100_000, max: 500_000 }, ['1,000元以上5,000元以下']],
	[{ ...who, kind: 'up_to', min: 0, max: 5_000_000 }, ['5万元以下（没有下限）']],
	[{ ...who, kind: 'multiple_illegal_income', min: 2, max: 5 }, ['违法所得的2倍以上5倍以下']],
	[{ ...who, kind: 'pct_annual_income', min: 60, max: 100 }, ['上一年年收入的60%以上100%以下']],
	[
		{ ...who, kind: 'fixed_pct_annual_income', levels: { 一般: 40, 较大: 60, 重大: 80, 特别重大: 100 } },
		[40, 60, 80, 100].map(
			(percent, at) => `${['一般', '较大', '重大', '特别重大'][at]}事故：上一年年收入的${percent}%（固定）`
		)
	],
	[
		{
			...{ ...who, kind: 'range_by_accident_level' },
			levels: {
				一般: [30_000_000, 100_000_000],
				较大: [100_000_000, 200_000_000],
				重大: [200_000_000, 1_000_000_000],
				特别重大: [1_000_000_000, 2_000_000_000]
			}
		},
		[
			'一般事故：30万元以上100万元以下',
			'较大事故：100万元以上200万元以下',
			'重大事故：200万元以上1,000万元以下',
			'特别重大事故：1,000万元以上2,000万元以下'
		]
	],
	[
		{ ...who, kind: 'daily_multiple_of_original_fine', min: 1, max: null, per: '日' },
		['原罚款数额 × 天数（按日连续处罚）']
	]
];

test.each(FINES)('%j: %j', (fine, words) => {
	expect(describeFine(fine)).toEqual(words);
});
