import type { Unit } from './deadline.ts';

/**
 * How each law counts its days. The word 日 means working days only where the law itself says so.
 *
 * | law | 日 = working days | a last day that is no working day | source |
 * |---|---|---|---|
 * | 行政处罚法 | exactly 2, 3, 5, 7 | silent: policy | 85 |
 * | 行政强制法 | 10 or fewer | silent: policy | 69 |
 * | 行政复议法 | exactly 3, 5, 7, 10 | moves (borrowed from 民事诉讼法) | 88 |
 * | 行政诉讼法 and what explains it, 民事诉讼法 | none | moves | 民事诉讼法 85, 解释 48 |
 * | 安全生产法 | the 7 of 78(2), by its own wording | silent: policy | 78 |
 * | 移送规定 | not said: calendar days as policy | silent: policy | – |
 * | texts that we do not have | unknown: calendar days, with a warning | policy | – |
 *
 * Policy where a law is silent: what protects the party or lets it act moves forward, what limits the authority does not.
 */
export interface CountingRule {
	/** Full title first, then the short names that people use. */
	readonly names: readonly string[];
	readonly workdays: { readonly exactly: readonly number[] } | { readonly upTo: number } | null;
	/** Where the meaning of 日 comes from. */
	readonly source: string;
	/** Where the law itself moves the last day; null = it is silent. */
	readonly rollSource: string | null;
	/** Periods whose bearer is known and decides where the law is silent. */
	readonly periods: readonly KnownPeriod[];
	/** What is not certain about this rule. */
	readonly doubt?: string;
}

export interface KnownPeriod {
	readonly length: number;
	readonly unit: Unit;
	readonly article: string;
	readonly what: string;
	readonly bearer: 'party' | 'authority';
}

const authority = (length: number, unit: Unit, article: string, what: string): KnownPeriod => ({
	...{ length, unit, article, what, bearer: 'authority' }
});
const party = (length: number, unit: Unit, article: string, what: string): KnownPeriod => ({
	...{ length, unit, article, what, bearer: 'party' }
});

const CIVIL = '民事诉讼法第八十五条';
const NO_TEXT = '本平台没有取得这份文件的全文，“日”的算法未核';
const unread = (...names: string[]): CountingRule => ({
	...{ names, workdays: null, source: '文件全文未取得，按自然日计算', rollSource: null, periods: [], doubt: NO_TEXT }
});
const ofCourts = (source: string, ...names: string[]): CountingRule => ({
	...{ names, workdays: null, source: `${source}没有把日写成工作日`, rollSource: `${CIVIL}、行政诉讼法解释第四十八条` },
	periods: []
});

/**
 * @law 行政处罚法 第八十五条
 * @law 行政强制法 第六十九条
 * @law 行政复议法 第八十八条
 * @law 安全生产法 第七十八条
 */
export const COUNTING_RULES: readonly CountingRule[] = [
	{
		names: ['中华人民共和国行政处罚法', '行政处罚法', 'APL'],
		workdays: { exactly: [2, 3, 5, 7] },
		source: '行政处罚法第八十五条',
		rollSource: null,
		periods: [
			authority(90, 'naturalday', '第六十条', '自立案起作出处罚决定'),
			authority(24, 'month', '第三十六条', '追责时效'),
			authority(60, 'month', '第三十六条', '涉及生命健康安全的追责时效'),
			party(15, 'naturalday', '第六十七条', '缴纳罚款')
		]
	},
	{
		names: ['中华人民共和国行政强制法', '行政强制法', 'ACL'],
		workdays: { upTo: 10 },
		source: '行政强制法第六十九条',
		rollSource: null,
		periods: [
			authority(30, 'naturalday', '第二十五条', '查封、扣押'),
			party(3, 'month', '第五十三条', '申请法院强制执行')
		]
	},
	{
		names: ['中华人民共和国行政复议法', '行政复议法', 'ARL'],
		workdays: { exactly: [3, 5, 7, 10] },
		source: '行政复议法第八十八条',
		rollSource: `行政复议法第八十八条、${CIVIL}`,
		periods: []
	},
	ofCourts('行政诉讼法', '中华人民共和国行政诉讼法', '行政诉讼法', '行诉法', 'ALL'),
	ofCourts(
		'行政诉讼法解释',
		'最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
		...['最高人民法院关于适用《行政诉讼法》的解释', '行政诉讼法解释', '行诉法解释', 'ALL-I']
	),
	ofCourts('民事诉讼法', '中华人民共和国民事诉讼法', '民事诉讼法', 'CPL'),
	{
		...ofCourts(
			'行政诉讼证据规定',
			...[
				'最高人民法院关于行政诉讼证据若干问题的规定',
				'行政诉讼证据若干问题的规定',
				'行政诉讼证据规定',
				'证据规定',
				'EVR'
			]
		),
		doubt: '该规定里的10日举证期限和所引条号已经过时，以现行行政诉讼法为准'
	},
	ofCourts(
		'负责人出庭应诉规定',
		...[
			'最高人民法院关于行政机关负责人出庭应诉若干问题的规定',
			'行政机关负责人出庭应诉若干问题的规定',
			'负责人出庭规定',
			'HEAD'
		]
	),
	{
		names: ['中华人民共和国安全生产法', '安全生产法', '安生法', 'WSL'],
		workdays: { exactly: [7] },
		source: '安全生产法第七十八条第二款（该款自己写明工作日）',
		rollSource: null,
		periods: []
	},
	{
		names: ['行政执法机关移送涉嫌犯罪案件的规定', '移送规定', '国务院令第310号', 'TRF'],
		workdays: null,
		source: '该规定没有说明，按自然日计算是本平台口径',
		rollSource: null,
		periods: [authority(3, 'naturalday', '第五条', '决定是否移送')],
		doubt: '该规定没有写明“日”是否为工作日，按自然日计算是本平台口径'
	},
	unread('安全生产违法行为行政处罚办法', '应急管理部令第18号', 'O18'),
	unread('应急管理行政裁量权基准暂行规定', '应急管理部令第12号', 'O12'),
	unread('信用修复管理办法', '国家发展改革委令第36号', 'CR36'),
	unread('行政执法监督条例', 'ESR'),
	unread('中华人民共和国危险化学品安全法', '危险化学品安全法', '危化品安全法', 'HCL'),
	unread('国办发〔2024〕54号', 'EI54'),
	unread('应急〔2025〕11号', 'EM11')
];

/** `《中华人民共和国行政处罚法》（2021年修订）` and `行政处罚法` are one name. */
const keyOf = (name: string) =>
	name
		.normalize('NFKC')
		.replace(/[《》〈〉\s]/g, '')
		.replace(/\((19|20)\d\d[^)]*\)/g, '')
		.replace(/^中华人民共和国/, '')
		.replace(/适用中华人民共和国/, '适用')
		.toUpperCase();

const BY_NAME = new Map(COUNTING_RULES.flatMap((rule) => rule.names.map((name) => [keyOf(name), rule] as const)));

/** The rule of a law by its full title or a short name; null when it is none that we know. */
export function findCountingRule(name: string): CountingRule | null {
	return BY_NAME.get(keyOf(name)) ?? null;
}

export const shortNameOf = ({ names }: CountingRule) =>
	names[1] && /\p{Script=Han}/u.test(names[1]) ? names[1] : names[0]!;
