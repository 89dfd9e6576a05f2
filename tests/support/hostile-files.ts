import { GOOD, HEADS, csvOf, sheetOf } from './hostile-case.ts';
import { bookOf, gbk, letterOf, MAIN, partsOf, rowsXml, xml, zipOf } from './workbook-files.ts';

export const part = (path: string, content: string | Buffer) =>
	zipOf({ ...partsOf({ sheets: [{ name: '人员', data: rowsXml([HEADS, GOOD]) }] }), [path]: content });
export const SHEET = 'xl/worksheets/sheet1.xml';
const compound = (name: string) =>
	Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);
const many = (rows: number) =>
	Array.from({ length: rows }, (_, at) => [`p.${letterOf(at % 26)}${at}`, '张三', '综合行政执法大队']);
const BILLION =
	'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';

/** Files that are no table of people, or cannot be read to their end. */
export const HOSTILE_FILES: readonly (readonly [name: string, file: () => Buffer, outcome: string | RegExp])[] = [
	['nothing', () => Buffer.alloc(0), /^file: 文件是空的/],
	['blanks', () => Buffer.from(' \n \n\t\n'), /^file: 表格里没有内容/],
	['only a mark', () => Buffer.from('\ufeff'), /^file: 表格里没有内容/],
	['nul bytes', () => Buffer.from('账号,姓名\0,单位\n'), /^file: .*空字节/],
	['UTF-16 without a mark', () => Buffer.from('账号,姓名', 'utf16le'), /^file: |没有认出表头/],
	['UTF-32', () => Buffer.from('fffe0000' + '61000000'.repeat(4), 'hex'), /^file: 文字编码/],
	['no encoding at all', () => Buffer.from([0x61, 0xff, 0xff, 0x80, 0x2c, 0xfe, 0xff]), /^file: 文字编码/],
	['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /^file: .*空字节/],
	['a PDF', () => Buffer.from('%PDF-1.7\n'), /^file: 这是 PDF/],
	['a web page', () => Buffer.from('<html><table><tr><td>姓名</td></tr></table>'), /^file: .*网页/],
	['XML of Excel 2003', () => Buffer.from('<?xml version="1.0"?><Workbook/>'), /^file: .*网页或 XML/],
	['a saved page', () => Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related'), /^file: .*网页/],
	['rich text', () => Buffer.from('{\\rtf1 姓名}'), /^file: .*网页/],
	['Excel 97', () => compound('Workbook'), /^file: 这是旧版表格/],
	['a workbook with a password', () => compound('EncryptedPackage'), /^file: 表格有打开密码/],
	['Word 97', () => compound('WordDocument'), /^file: 这是 Word 文件/],
	['a Word file', () => zipOf({ 'word/document.xml': '<x/>' }), /^file: 这是 Word 文件/],
	['an OpenDocument table', () => zipOf({ 'content.xml': '<x/>' }), /^file: 这是 OpenDocument/],
	['a binary workbook', () => zipOf({ 'xl/workbook.bin': 'x' }), /^file: 这是二进制工作簿/],
	['an archive of something', () => zipOf({ 'a.txt': 'x' }), /^file: 压缩文件里没有工作簿/],
	['an empty archive', () => zipOf({}), /^file: /],
	['an archive with a password', () => zipOf({ 'xl/workbook.xml': '<x/>' }, { encrypted: true }), /^file: 文件有密码/],
	['half a workbook', () => sheetOf(GOOD).subarray(0, 400), /^file: 不是完整的压缩文件/],
	['a workbook with its end cut off', () => sheetOf(GOOD).subarray(0, -30), /^file: 不是完整的压缩文件/],
	['just the letters PK', () => Buffer.from('PK\x03\x04'), /^file: 不是完整/],
	['a bomb of zeros', () => part('xl/media/image1.png', Buffer.alloc(64 * 1024 * 1024)), /^file: 文件解开后过大/],
	['a bomb in the sheet', () => part(SHEET, Buffer.alloc(45 * 1024 * 1024, ' ')), /^file: 文件解开后过大/],
	[
		'many small bombs',
		() => zipOf(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`m${at}`, Buffer.alloc(900 * 1024)]))),
		/^file: 文件解开后过大/
	],
	[
		'very many parts',
		() => zipOf(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`m${at}`, 'x']))),
		/^file: 压缩文件里超过 500/
	],
	[
		'entities that grow',
		() =>
			part(
				SHEET,
				`${BILLION}<worksheet ${MAIN}><sheetData><row><c t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>`
			),
		/^file: .*DOCTYPE/
	],
	[
		'an entity from outside',
		() => part('xl/sharedStrings.xml', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst>&a;</sst>'),
		/^file: .*DOCTYPE/
	],
	[
		'an entity that nobody declared',
		() => part(SHEET, `<worksheet ${MAIN}><sheetData>&lol;</sheetData></worksheet>`),
		/^file: .*已损坏/
	],
	['elements in elements', () => part(SHEET, '<a>'.repeat(100_000)), /^file: .*嵌套过深/],
	['a sheet that breaks off', () => part(SHEET, `<worksheet ${MAIN}><sheetData><row r="1"><c`), /^file: .*已损坏/],
	[
		'a sheet in GBK',
		() =>
			part(
				SHEET,
				gbk(`<worksheet><sheetData><row><c t="inlineStr"><is><t>姓名</t></is></c></row></sheetData></worksheet>`)
			),
		/^file: .*不是 UTF-8/
	],
	[
		'no sheet behind its name',
		() =>
			zipOf({
				...partsOf({ sheets: [{ name: '人员', data: '' }] }),
				[SHEET]: '',
				'xl/_rels/workbook.xml.rels': '<Relationships/>'
			}),
		/^file: 工作表“人员”的内容缺失/
	],
	[
		'rows in no order',
		() =>
			bookOf([], {}, '') &&
			part(SHEET, `<worksheet ${MAIN}><sheetData><row r="3"/><row r="2"/></sheetData></worksheet>`),
		/^file: .*行号混乱/
	],
	[
		'rows without a number',
		() => part(SHEET, `<worksheet ${MAIN}><sheetData><row r="x"/></sheetData></worksheet>`),
		/^file: .*行号混乱/
	],
	[
		'cells in no order',
		() => part(SHEET, `<worksheet ${MAIN}><sheetData><row r="1"><c r="C1"/><c r="A1"/></row></sheetData></worksheet>`),
		/^file: .*位置混乱/
	],
	[
		'a cell beyond the sheet',
		() => part(SHEET, `<worksheet ${MAIN}><sheetData><row r="1"><c r="ZZZZ1"/></row></sheetData></worksheet>`),
		/^file: .*无法识别/
	],
	['texts that are not there', () => sheetOf([xml('<c t="s"><v>7</v></c>')]), /^file: .*文字表/],
	[
		'a cell in column XFD',
		() =>
			part(
				SHEET,
				`<worksheet ${MAIN}><sheetData>${rowsXml([HEADS, GOOD])}<row r="3"><c r="XFD3" t="str"><v>x</v></c></row></sheetData></worksheet>`
			),
		/^file: 超过 100 列/
	],
	['100,000 rows of CSV', () => csvOf(...many(100_000)), /^file: 超过 20000 行/],
	['100,000 rows of a workbook', () => sheetOf(...many(100_000)), /^file: 超过 20000 行/],
	['nine megabytes', () => Buffer.alloc(9 * 1024 * 1024, 'a'), /^file: 文件超过 8 MB/],
	['a record without an end', () => Buffer.from(`姓名,单位\n"${'三,四\n'.repeat(9000)}`), /^file: .*引号没有结束/],
	['a quote that is never closed', () => Buffer.from('姓名,单位\n"张三,大队\n'), /^file: .*双引号没有结束/],
	['a quote in the middle', () => Buffer.from('姓名,单位\n张"三,大队\n'), /^file: .*双引号用得不对/],
	['a quote closed too early', () => Buffer.from('姓名,单位\n"张"三,大队\n'), /^file: .*双引号用得不对/],
	['no heads', () => Buffer.from('zhang.san,张三,综合行政执法大队\n'), /没有认出表头/],
	['heads of something else', () => Buffer.from('品名,数量,单价\n灭火器,3,90\n'), /没有认出表头/],
	['heads without 姓名', () => Buffer.from('账号,单位\nzhang.san,综合行政执法大队\n'), /没有认出表头/],
	['only heads', () => csvOf(), ''],
	['JSON', () => Buffer.from('[{"姓名":"张三"}]'), /没有认出表头|双引号/]
];
