import { ADDED, GOOD, type Hostile, csvOf, sheetOf } from './hostile-case.ts';
import { gbk } from './workbook-files.ts';

// —— one cell that is not what it should be, in both kinds of file ——

const ACCOUNTS: readonly (readonly [account: string, outcome: string | RegExp])[] = [
	['zhang.san', ADDED],
	[' zhang.san ', ADDED],
	['ZHANG.SAN', ADDED],
	['ｚｈａｎｇ．ｓａｎ', ADDED],
	['zhang\u200b.san', ADDED],
	['\ufeffzhang.san', ADDED],
	['\u202ezhang.san', ADDED],
	['zhang\u00a0', /^new zhang\|/],
	['张三', /^new 张三\|/],
	['11010519491231002X', /身份证号/],
	['11010519491231002x', /身份证号/],
	['１１０１０５１９４９１２３１００２Ｘ', /身份证号/],
	['110105 19491231 002X', /身份证号/],
	['110105491231002', /身份证号/],
	['110105194912310021', /refused 账号：应为/],
	['13800138000', /refused 账号：应为/],
	['1234', /refused 账号：应为/],
	['a', /refused 账号：应为/],
	['zhang san', /refused 账号：应为/],
	['zhang@san', /refused 账号：应为/],
	['zhang/../san', /refused 账号：应为/],
	['x'.repeat(33), /refused 账号：应为/],
	['x'.repeat(600), /refused 账号：超过 500 个字/],
	['zhang\ufffdsan', /refused 账号：有无法识别的字/],
	['zhang\ue000san', /refused 账号：有无法识别的字/],
	['zhang\u0007san', /refused 账号：有无法识别的字|file: /],
	["'; drop table person; --", /refused 账号：应为/],
	['<script>alert(1)</script>', /refused 账号：应为/],
	['@SUM(A1)', /refused 账号：应为/],
	['+cmd|calc', /refused 账号：应为/],
	['-1', /refused 账号：应为/],
	['lin.yue', /^doubtful 账号 lin.yue 现在是林岳，表里是张三/],
	['lao.wang', /^refused 王守拙（lao.wang）已停用/],
	['far.away', /^refused 账号 far.away 已由其他单位的人使用/],
	['none', /^new none\|/],
	['constructor', /^new constructor\|/],
	['__proto__', /refused 账号：应为/]
];

const NAMES: readonly (readonly [name: string, outcome: string | RegExp])[] = [
	['张 三', ADDED],
	['张　三', ADDED],
	['张\u200b三', ADDED],
	['阿卜杜拉·买买提', /\|阿卜杜拉·买买提\|/],
	['阿卜杜拉•买买提', /\|阿卜杜拉·买买提\|/],
	['𠮷田', /\|𠮷田\|/],
	['Anna Maria', /\|Anna Maria\|/],
	['', /^refused 没有姓名/],
	['\u200b', /^refused 没有姓名/],
	['张三1', /refused 姓名：应为/],
	['=1+1', /refused 姓名：(是公式|应为)/],
	['张三<b>', /refused 姓名：应为/],
	['三'.repeat(41), /refused 姓名：应为/],
	['三'.repeat(130), /refused 姓名：超过 120 个字/],
	['\ue001\ue002', /refused 姓名：有无法识别的字/],
	['锟斤拷\ufffd', /refused 姓名：有无法识别的字/],
	['110105491231002', /refused 姓名：像身份证号/]
];

const DAYS: readonly (readonly [text: string, day: string | RegExp])[] = [
	...['2027-06-30', '2027/6/30', '2027.6.30', '2027年6月30日', '２０２７－０６－３０', '20270630'].map(
		(text) => [text, '2027-06-30'] as const
	),
	...['2027 年 6 月 30 日', '2027-06-30 00:00:00', '2027年06月30号'].map((text) => [text, '2027-06-30'] as const),
	...['6/30/2027', '30.06.2027', '27-6-30', '2027-13-01', '2027-02-29', '2027-6', '长期', '明年', '0', '1e5'].map(
		(text) => [text, /refused 执法证有效期至：不是日期/] as const
	),
	...['1949-10-01', '2100-01-01'].map((text) => [text, /refused 执法证有效期至：.*1950 至 2099/] as const)
];

const UNITS: readonly (readonly [unit: string, outcome: string | RegExp])[] = [
	['综合行政执法大队', ADDED],
	['青岚区应急管理局/综合行政执法大队', ADDED],
	['青岚区应急管理局 ＞ 综合行政执法大队', ADDED],
	['综合行政执法大队/一中队', /\|squad-1\|/],
	['一中队', /refused 单位：有 2 个“一中队”/],
	['兴隆镇应急管理办公室', /refused 单位：.*不在您管理的范围/],
	['不存在的大队', /refused 单位：没有“不存在的大队”/],
	['综合行政执法大队/四中队', /refused 单位：没有/],
	['/', /refused 单位：没有写单位名称/],
	['', /^refused 没有单位/]
];

const ROLES: readonly (readonly [roles: string, outcome: string | RegExp])[] = [
	['执法人员', ADDED],
	['教员、评委', ADDED],
	['教员 教员', ADDED],
	['officer;trainer', ADDED],
	['系统管理员', /refused 系统管理员须由第二人确认/],
	['执法人员、审计员', /refused 审计员须由第二人确认/],
	['supervisor', /refused 督导须由第二人确认/],
	['局长', /refused 角色：没有“局长”/]
];

const NUMBERS: readonly (readonly [number: string, outcome: string | RegExp])[] = [
	['鲁A〔2026〕第003号', /\|鲁A\[?〔2026〕?\]?第003号\|/],
	['0012', /\|0012\|/],
	['鲁Z999', /refused 执法证号 鲁Z999 已登记在其他单位/],
	['鲁A001', /^doubtful 执法证号 鲁A001 已登记在林岳（lin.yue）名下/],
	['11010519491231002X', /refused 执法证号：像身份证号/],
	['x', /refused 执法证号：应为/]
];

const rowsWith = (at: number, text: string) => {
	const row = [...GOOD, '', '', '', ''];
	row[at] = text;
	return row;
};
const quoted = (text: string) => (/[",\n\t;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
// XML has no place for control characters at all.
const inXml = (text: string) => !/[\p{Cc}\ufffe\uffff]/u.test(text);

const cells = (label: string, column: number, list: readonly (readonly [string, string | RegExp])[]): Hostile[] =>
	list.flatMap(([text, outcome], at) => [
		{ name: `csv ${label} ${at}: ${text.slice(0, 30)}`, file: () => csvOf(rowsWith(column, quoted(text))), outcome },
		...(inXml(text)
			? [{ name: `xlsx ${label} ${at}: ${text.slice(0, 30)}`, file: () => sheetOf(rowsWith(column, text)), outcome }]
			: [])
	]);

const dayOutcomes = DAYS.map(
	([text, day]) => [text, typeof day === 'string' ? `new zhang.san|张三|brigade|-|${day}|2026-11-20` : day] as const
);

// —— the same two people however they are written down ——

const TWO = [
	['账号', '姓名', '单位'],
	['zhang.san', '张三', '综合行政执法大队'],
	['li.si', '李四', '白渡镇应急管理办公室']
];
export const BOTH = `${ADDED}\nnew li.si|李四|town|-|-|2026-11-20`;
const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
	'UTF-8': (text) => Buffer.from(text),
	'UTF-8 with mark': (text) => Buffer.from(`\ufeff${text}`),
	GBK: gbk,
	'UTF-16 LE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
	'UTF-16 BE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
};
const written = Object.entries(ENCODINGS).flatMap(([encoding, encode]) =>
	[',', ';', '\t'].flatMap((delimiter) =>
		['\n', '\r\n', '\r'].map((end): Hostile => ({
			name: `${encoding}, ${JSON.stringify(delimiter)}, ${JSON.stringify(end)}`,
			file: () => encode(TWO.map((row) => row.join(delimiter)).join(end) + end),
			outcome: BOTH
		}))
	)
);

/** One cell that is not what it should be, in both kinds of file; and a good table in every way of writing it down. */
export const HOSTILE_CELLS: readonly Hostile[] = [
	...cells('account', 0, ACCOUNTS),
	...cells('name', 1, NAMES),
	...cells('unit', 2, UNITS),
	...cells('number', 3, NUMBERS),
	...cells('day', 4, dayOutcomes),
	...cells('role', 6, ROLES),
	...written
];
