import { describe, expect, test } from 'vitest';
import { COUNTING_RULES, findCountingRule } from './counting-rules.ts';
import { type Asked, deadlineUnder } from './statutory-deadline.ts';

const under = (law: string, start: string, length: number, unit: Asked['unit'] = 'day', rolls: boolean | null = null) =>
	deadlineUnder({ start, length, unit, rolls, rule: findCountingRule(law)! });

test.each([
	['decision not handed over on the spot: serve in 7', '行政处罚法', '2026-09-21', 7, 'day', '2026-10-08'],
	['registered evidence: dispose in 7', '行政处罚法', '2026-02-10', 7, 'day', '2026-02-26'],
	['hearing: ask in 5', '行政处罚法', '2026-04-27', 5, 'day', '2026-05-07'],
	['filing: decide in 90, a Sunday', '行政处罚法', '2026-05-18', 90, 'day', '2026-08-16'],
	['filing: decide in 90', '行政处罚法', '2026-06-24', 90, 'day', '2026-09-22'],
	['pay in 15, into a holiday', '行政处罚法', '2026-09-16', 15, 'day', '2026-10-08'],
	['reconsideration in 60', '行政复议法', '2026-08-03', 60, 'day', '2026-10-08'],
	['sue in 6 months', '行政诉讼法', '2026-02-12', 6, 'month', '2026-08-12'],
	['to court in 3 months', '行政强制法', '2026-08-12', 3, 'month', '2026-11-12'],
	['sue in 6 months, a Sunday of February', '行政诉讼法', '2026-08-31', 6, 'month', '2027-03-01'],
	['demand: 10 must pass', '行政强制法', '2026-08-17', 10, 'day', '2026-08-31'],
	['publish in 7', '安全生产法', '2026-10-08', 7, 'day', '2026-10-16']
] as const)('%s', (_, law, start, length, unit, lastDay) => {
	expect(under(law, start, length, unit).lastDay).toBe(lastDay);
});

describe('what the word 日 means', () => {
	const WORKDAYS: Record<string, readonly number[]> = {
		行政处罚法: [2, 3, 5, 7],
		行政强制法: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
		行政复议法: [3, 5, 7, 10],
		行政诉讼法: [],
		行政诉讼法解释: [],
		民事诉讼法: [],
		安全生产法: [7],
		行政执法机关移送涉嫌犯罪案件的规定: []
	};
	test.each(Object.entries(WORKDAYS))('%s', (law, expected) => {
		const lengths = Array.from({ length: 90 }, (_, index) => index + 1);
		const found = lengths.filter((length) => under(law, '2026-03-02', length).unit === 'workday');
		expect(found).toEqual(expected);
	});

	test('a unit that is named wins, and so does the wish about the last day', () => {
		expect(under('行政处罚法', '2026-04-27', 5, 'naturalday', false).lastDay).toBe('2026-05-02');
		expect(under('行政处罚法', '2026-04-27', 5, 'naturalday', true).lastDay).toBe('2026-05-06');
		expect(under('行政诉讼法', '2026-09-11', 15, 'workday').unit).toBe('workday');
		expect(under('行政处罚法', '2026-05-18', 90, 'day', true).lastDay).toBe('2026-08-17');
	});
});

describe('reasons and warnings', () => {
	test('a silent law: the bearer of the period decides, an unknown one is doubted', () => {
		expect(under('行政处罚法', '2026-09-16', 15).warnings).toEqual([]);
		expect(under('行政处罚法', '2026-09-16', 15).reasons.map(({ text }) => text)).toEqual([
			'2026年9月16日（星期三）是起算日，不计入；向后数15个自然日',
			'行政处罚法的“15日”是自然日',
			'行政处罚法第六十七条（缴纳罚款）：最后一日是休息日的，顺延到下一个工作日',
			'最后一日遇休息日，越过7个休息日，顺延到2026年10月8日'
		]);
		expect(under('行政处罚法', '2026-09-16', 20).warnings).toEqual([
			'行政处罚法没有写最后一日是休息日怎么办；先按顺延计算，限制机关的期限请指定不顺延'
		]);
	});

	test('a year without a list warns, when it decided something', () => {
		expect(under('行政处罚法', '2027-03-01', 7).warnings).toEqual([
			'2027年的放假安排没有收录，只按周末计算；以国务院办公厅的通知为准'
		]);
		expect(under('行政处罚法', '2026-12-01', 90).warnings).toEqual([expect.stringContaining('不受影响')]);
		expect(under('行政处罚法', '2026-09-01', 90).warnings).toEqual([]);
	});

	test('a text that we do not have is doubted', () => {
		expect(under('安全生产违法行为行政处罚办法', '2026-03-02', 5)).toMatchObject({
			...{ unit: 'naturalday', warnings: [expect.stringContaining('没有取得'), expect.stringContaining('顺延')] }
		});
	});

	test('every reason names its source', () => {
		for (const rule of COUNTING_RULES) {
			for (const length of [3, 7, 15, 30, 60]) {
				const { reasons } = deadlineUnder({ start: '2026-09-16', length, unit: 'day', rolls: null, rule });
				for (const { text, source } of reasons) expect([text, source]).not.toContain('');
			}
		}
	});
});

describe('names', () => {
	test.each([
		['行政处罚法', 0],
		['《中华人民共和国行政处罚法》', 0],
		['中华人民共和国行政处罚法（2021年修订）', 0],
		['apl', 0],
		['最高人民法院关于适用《中华人民共和国行政诉讼法》的解释', 4],
		['行诉法解释', 4],
		['ALL-I', 4],
		['ALL', 3]
	])('%s', (name, index) => {
		expect(findCountingRule(name)).toBe(COUNTING_RULES[index]);
	});

	test('no two laws share a name, and an unknown one is none', () => {
		for (const rule of COUNTING_RULES) for (const name of rule.names) expect(findCountingRule(name)).toBe(rule);
		expect(findCountingRule('道路交通安全法')).toBeNull();
	});
});
