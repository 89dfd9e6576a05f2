import { ADDED, GOOD, HEADS, csvOf, sheetOf } from './hostile-case.ts';
import { BOTH } from './hostile-cells.ts';
import { SHEET, part } from './hostile-files.ts';
import { type CellXml, bookOf, escaped, MAIN, partsOf, rowsXml, xml, zipOf } from './workbook-files.ts';

const TITLE = ['青岚区应急管理局执法人员花名册'];
const merged = (...references: string[]) =>
	`<mergeCells>${references.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
const serial = (value: string | number, style = '') => xml(`<c ${style}><v>${value}</v></c>`);
const dayCell =
	(cell: CellXml, more = {}) =>
	() =>
		bookOf([HEADS, [...GOOD, '', cell]], { formats: ['yyyy"年"m"月"d"日"', '0.00', '[h]:mm'], ...more });
const until = (day: string) => `new zhang.san|张三|brigade|-|${day}|2026-11-20`;
const twice = (first: string[], second: string[]) => () => csvOf(first, second);

/** Tables that are odd, but say what they say. */
export const ODD_TABLES: readonly (readonly [name: string, file: () => Buffer, outcome: string | RegExp])[] = [
	['a title over the heads', () => bookOf([TITLE, [], HEADS, GOOD], {}, merged('A1:G1')), ADDED],
	[
		'heads with notes and stars',
		() => Buffer.from('*账 号（登录用）,姓名：,所属单位\nzhang.san,张三,综合行政执法大队\n'),
		ADDED
	],
	[
		'columns in another order, and others between',
		() => Buffer.from('序号,单位名称,姓名,备注,登录名\n1,综合行政执法大队,张三,无,zhang.san\n'),
		ADDED
	],
	[
		'two columns with one head',
		() => Buffer.from('账号,姓名,单位,姓名\nzhang.san,张三,综合行政执法大队,李四\n'),
		ADDED
	],
	[
		'units merged downwards',
		() => bookOf([['账号', '姓名', '单位'], GOOD, ['li.si', '李四', '']], {}, merged('C2:C3')),
		`${ADDED}\nnew li.si|李四|brigade|-|-|2026-11-20`
	],
	[
		'a whole column merged',
		() => bookOf([['账号', '姓名', '单位'], GOOD], {}, merged('C2:C1048576', 'D1:XFD1048576')),
		ADDED
	],
	[
		'merged places over each other',
		() =>
			part(
				SHEET,
				`<worksheet ${MAIN}><sheetData>${rowsXml([['账号', '姓名', '单位'], GOOD])}<row r="1048576"><c r="A1048576" t="str"><v>x</v></c></row></sheetData>${merged(...Array.from({ length: 9 }, () => 'C2:C1048576'))}</worksheet>`
			),
		/^file: .*重叠/
	],
	[
		'names merged downwards',
		() => bookOf([['账号', '姓名', '单位'], GOOD, ['li.si', '', '白渡镇应急管理办公室']], {}, merged('B2:B3')),
		`${ADDED}\nnew li.si|张三|town|-|-|2026-11-20`
	],
	[
		'a second sheet',
		() =>
			zipOf(
				partsOf({
					sheets: [
						{ name: '说明', data: rowsXml([['怎样填']]) },
						{ name: '人员', data: rowsXml([HEADS, GOOD]) }
					]
				})
			),
		ADDED
	],
	[
		'a hidden sheet',
		() =>
			zipOf(
				partsOf({
					sheets: [
						{ name: '旧', data: rowsXml([HEADS, ['old.one', '旧人', '综合行政执法大队']]), state: 'hidden' },
						{ name: '人员', data: rowsXml([HEADS, GOOD]) }
					]
				})
			),
		ADDED
	],
	['empty rows between', () => bookOf([HEADS, [], [], GOOD, [], []]), ADDED],
	[
		'shared and rich texts',
		() =>
			bookOf(
				[
					['账号', xml('<c t="s"><v>0</v></c>'), '单位'],
					[GOOD[0]!, xml('<c t="s"><v>1</v></c>'), GOOD[2]!]
				],
				{ strings: '<si><t>姓名</t></si><si><r><t>张</t></r><r><t>三</t></r><rPh><t>zhangsan</t></rPh></si>' }
			),
		ADDED
	],
	[
		'a reading over an inline text',
		() => sheetOf([GOOD[0]!, xml('<c t="inlineStr"><is><t>张三</t><rPh><t>zhang</t></rPh></is></c>'), GOOD[2]!]),
		ADDED
	],
	[
		'names with prefixes',
		() =>
			part(
				SHEET,
				`<x:worksheet xmlns:x="u"><x:sheetData>${rowsXml([HEADS, GOOD]).replaceAll('</', '</x:').replace(/<(\w)/g, '<x:$1')}</x:sheetData></x:worksheet>`
			),
		ADDED
	],
	[
		'cells without places',
		() =>
			part(
				SHEET,
				`<worksheet ${MAIN}><sheetData>${rowsXml([HEADS, GOOD]).replace(/ r="\w+"/g, '')}</sheetData></worksheet>`
			),
		ADDED
	],
	[
		'an account as a formula',
		() => sheetOf([xml('<c><f>CONCATENATE("a","b")</f><v>ab</v></c>'), '张三', GOOD[2]!]),
		/^refused 账号：是公式/
	],
	[
		'a formula of a command',
		() => sheetOf([...GOOD, xml('<c t="str"><f>HYPERLINK("http://x/"&amp;A1)</f><v>x</v></c>')]),
		/^refused 执法证号：是公式/
	],
	[
		'a formula in a column that is not read',
		() =>
			bookOf([
				[...HEADS, '年龄'],
				[...GOOD, '', '', '', '', xml('<c><f>1+1</f><v>2</v></c>')]
			]),
		ADDED
	],
	['CSV with a formula', () => csvOf([...GOOD, '=1+1']), /^refused 执法证号：是公式/],
	['CSV with a guarded number', () => csvOf([...GOOD, '="0012"']), /\|0012\|/],
	['CSV with a guarded number in quotes', () => csvOf([...GOOD, '"=""0012"""']), /\|0012\|/],
	['an error', () => sheetOf([xml('<c t="e"><v>#N/A</v></c>'), '张三', GOOD[2]!]), /^refused 账号：是错误值 #N\/A/],
	['a truth', () => sheetOf([xml('<c t="b"><v>1</v></c>'), '张三', GOOD[2]!]), /^new true\|/],
	[
		'a number that lost its end',
		() => sheetOf([...GOOD, serial('1.1010519491231E17')]),
		/^refused 执法证号：数字超过 15 位/
	],
	['a number that is none', () => sheetOf([...GOOD, serial('NaN')]), /^refused 执法证号：不是有效的数字/],
	['a number of a certificate', () => sheetOf([...GOOD, serial(370012345)]), /\|370012345\|/],
	['a fraction as text of a date', () => sheetOf([...GOOD, '', '46568.5']), /^refused 执法证有效期至：不是日期/],
	['a day of a style', dayCell(serial(46568, 's="1"')), until('2027-06-30')],
	['a day with an hour', dayCell(serial('46568.75', 's="1"')), until('2027-06-30')],
	['a day of the built-in style', dayCell(serial(46568, 's="4"')), until('2027-06-30')],
	['a day without a style', dayCell(serial(46568)), until('2027-06-30')],
	['a day in a money style', dayCell(serial(46568, 's="2"')), until('2027-06-30')],
	['a day from 1904 on', dayCell(serial(45106, 's="1"'), { date1904: true }), until('2027-06-30')],
	['a day from 1904 on, without a style', dayCell(serial(45106), { date1904: true }), until('2027-06-30')],
	['an ISO day', dayCell(xml('<c t="d"><v>2027-06-30T00:00:00</v></c>')), until('2027-06-30')],
	['29 February 1900', dayCell(serial(60, 's="1"')), /^refused 执法证有效期至：不是有效的日期/],
	['a day before all days', dayCell(serial(-5, 's="1"')), /^refused 执法证有效期至：不是有效的日期/],
	['a day after all days', dayCell(serial(99_999_999, 's="1"')), /^refused 执法证有效期至：不是有效的日期/],
	['a bare number in CSV', () => csvOf([...GOOD, '', '46568']), /^refused 执法证有效期至：不是日期/],
	['an expired certificate', () => csvOf([...GOOD, '', '2025-01-01']), /^new .* 执法证已于 2025-01-01 到期/],
	['somebody from the future', () => csvOf([...GOOD, '', '', '2027-01-01']), /^refused 入册日期 2027-01-01 还没有到/],
	[
		'one account twice',
		twice(GOOD, ['zhang.san', '李四', '综合行政执法大队']),
		/^refused 账号 zhang.san在第 3 行又出现.*\nrefused 账号 zhang.san在第 2 行/
	],
	[
		'one account twice in other letters',
		twice(GOOD, ['Zhang.San', '李四', '综合行政执法大队']),
		/^refused .*\nrefused /
	],
	['one row twice', twice(GOOD, GOOD), `${ADDED}\nrefused 与第 2 行完全相同`],
	[
		'one certificate twice',
		twice([...GOOD, '鲁A7'], ['li.si', '李四', '综合行政执法大队', '鲁A7']),
		/^refused 执法证号 鲁A7在第 3 行.*\nrefused /
	],
	[
		'one name twice without accounts',
		twice(['', '张三', '综合行政执法大队'], ['', '张三', '白渡镇应急管理办公室']),
		/^refused 没有账号的“张三”.*\nrefused /
	],
	[
		'a name as the account of another row',
		twice(['', '张三', '综合行政执法大队'], ['张三', '李四', '综合行政执法大队']),
		/^new 张三\|张三.*\nrefused 账号 张三 已用于第 2 行/
	],
	[
		'a row for oneself with a new role',
		() => csvOf(['guan.ziyuan', '管子渊', '', '', '', '', '教员']),
		/^refused 不能给自己授予角色/
	],
	['a role that is held already', () => csvOf(['guan.ziyuan', '管子渊', '', '', '', '', '系统管理员']), /^unchanged/],
	['a namesake', () => csvOf(['lin.yue2', '林岳', '综合行政执法大队']), /^doubtful 已有同名的林岳（lin.yue）/],
	['the same person without an account', () => csvOf(['', '林岳', '综合行政执法大队', '鲁A001']), /^unchanged/],
	[
		'a certificate of a colleague',
		() => csvOf(['wei.xiaoman', '韦小满', '', '鲁A001']),
		/^refused 执法证号 鲁A001 已登记在林岳/
	],
	['the wrong ending', () => sheetOf(GOOD), ADDED],
	[
		'rows that are too short and too long',
		() => Buffer.from('账号,姓名,单位\nzhang.san,张三,综合行政执法大队,多,余\nli.si\n'),
		`${ADDED}\nrefused 没有姓名`
	],
	['line ends inside of quotes', () => Buffer.from('账号,姓名,单位\nzhang.san,"张\n三",综合行政执法大队\n'), ADDED],
	[
		'quotes inside of quotes',
		() => Buffer.from('账号,姓名,单位\nzhang.san,"张""三",综合行政执法大队\n'),
		/^refused 姓名：应为/
	],
	[
		'mixed line ends',
		() => Buffer.from('账号,姓名,单位\r\nzhang.san,张三,综合行政执法大队\rli.si,李四,白渡镇应急管理办公室\n'),
		BOTH
	],
	[
		'Windows carriage returns in a cell',
		() => sheetOf([GOOD[0]!, xml('<c t="inlineStr"><is><t>张三_x000D_</t></is></c>'), GOOD[2]!]),
		ADDED
	],
	['markup in a text', () => sheetOf([GOOD[0]!, '张三', escaped('<综合>')]), /^refused 单位：没有/]
];
