import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Table } from '#lib/shared/table.ts';
import { unpack } from '../zip-package.server.ts';
import { LIMITS, tableOf } from './limits.server.ts';
import { readSheet } from './read-sheet.server.ts';
import { readStrings } from './read-strings.server.ts';
import { readDateStyles } from './read-styles.server.ts';
import { BrokenPart, readXml } from './read-xml.server.ts';

/** A sheet with its name, in the order of the workbook. */
export interface NamedTable {
	readonly name: string;
	readonly table: Table;
}

type Parts = ReadonlyMap<string, Buffer>;
const SHEETS = 20;

/** The visible sheets of an .xlsx workbook that hold anything. Everything is unpacked under limits before a byte of it is parsed. */
export async function readWorkbook(bytes: Buffer): Promise<Result<NamedTable[]>> {
	const unpacked = await unpack(bytes, { parts: LIMITS.parts, unpacked: LIMITS.unpacked });
	if (!unpacked.ok) return unpacked;
	const parts = new Map([...unpacked.value].map(([name, part]) => [name.replaceAll('\\', '/'), part]));
	const other = whatElse(parts);
	if (other !== null) return refuse('no-workbook', other);
	try {
		return await readSheets(parts);
	} catch (error) {
		if (!(error instanceof BrokenPart)) throw error;
		return refuse('broken', error.message);
	}
}

async function readSheets(parts: Parts): Promise<Result<NamedTable[]>> {
	const { sheets, epoch } = await readContents(parts);
	const strings = await readStrings(parts.get('xl/sharedStrings.xml'));
	const dateStyles = await readDateStyles(parts.get('xl/styles.xml'));
	const read: NamedTable[] = [];
	for (const { name, path } of sheets.slice(0, SHEETS)) {
		const part = parts.get(path);
		if (!part) return refuse('broken', `工作表“${name}”的内容缺失，文件可能已损坏，没有读入。`);
		const rows = await readSheet(part, { strings, dateStyles, epoch });
		if (!rows.ok) return rows;
		const table = tableOf(rows.value, { epoch, remarks: [] });
		if (table.ok) read.push({ name, table: table.value });
		else if (table.refusal.code !== 'empty') return table;
	}
	return read.length === 0 ? refuse('empty', '没有一张看得见的工作表里有内容。') : ok(read);
}

async function readContents(parts: Parts) {
	const targets = new Map<string, string>();
	const relations = parts.get('xl/_rels/workbook.xml.rels');
	if (relations) {
		await readXml(relations, {
			open: (name, { Id = '', Target = '' }) => {
				if (name === 'Relationship') targets.set(Id, pathOf(Target));
			}
		});
	}
	const sheets: { name: string; path: string }[] = [];
	let epoch: 1900 | 1904 = 1900;
	await readXml(parts.get('xl/workbook.xml')!, {
		open: (name, attributes) => {
			if (name === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) epoch = 1904;
			if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
			const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
			sheets.push({ name: attributes['name'] ?? '', path: targets.get(id) ?? '' });
		}
	});
	return { sheets, epoch };
}

const pathOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^(\.\/)+/, '')}`);

/** Why an archive is no .xlsx workbook; null when it is one. */
function whatElse(parts: Parts): string | null {
	if (parts.has('xl/workbook.xml')) return null;
	if (parts.has('xl/workbook.bin')) return '这是二进制工作簿（.xlsb），请另存为 .xlsx 后再导入。';
	if (parts.has('word/document.xml')) return '这是 Word 文件，不是表格。';
	if (parts.has('content.xml')) return '这是 OpenDocument 表格，请另存为 .xlsx 后再导入。';
	return '压缩文件里没有工作簿，不是 .xlsx 表格。';
}
