import { deflateRawSync } from 'node:zlib';

/** A zip archive of these parts, byte by byte: libraries refuse to write what the tests need. */
export function zipOf(
	parts: Readonly<Record<string, string | Buffer>>,
	{ encrypted = false, stored = false } = {}
): Buffer {
	const locals: Buffer[] = [];
	const entries: Buffer[] = [];
	let at = 0;
	for (const [name, content] of Object.entries(parts)) {
		const raw = Buffer.from(content);
		const data = stored ? raw : deflateRawSync(raw, { level: 9 });
		const title = Buffer.from(name);
		const flags = 0x800 | (encrypted ? 1 : 0);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(flags, 2);
		common.writeUInt16LE(stored ? 0 : 8, 4);
		common.writeUInt32LE(data.length, 14);
		common.writeUInt32LE(raw.length, 18);
		common.writeUInt16LE(title.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, data]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(at, 10);
		entries.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), common, tail, title]));
		locals.push(local);
		at += local.length;
	}
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...locals, directory, end]);
}

export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A cell by its XML, or a text that is written as an inline text. */
export type CellXml = string | { readonly xml: string };
export const xml = (text: string): CellXml => ({ xml: text });
export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const letterOf = (column: number): string =>
	(column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') + String.fromCharCode(65 + (column % 26));

/** Rows of a sheet; each cell names its place. */
export function rowsXml(rows: readonly (readonly CellXml[])[], from = 1): string {
	return rows
		.map((row, at) => {
			const cells = row.map((cell, column) => {
				const place = `${letterOf(column)}${from + at}`;
				if (typeof cell !== 'string') return cell.xml.replace('<c', `<c r="${place}"`);
				return cell === '' ? '' : `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
			});
			return `<row r="${from + at}">${cells.join('')}</row>`;
		})
		.join('');
}

export interface SheetXml {
	readonly name: string;
	/** Inside `<sheetData>`. */
	readonly data: string;
	readonly after?: string;
	readonly state?: string;
}

interface BookXml {
	readonly sheets: readonly SheetXml[];
	readonly date1904?: boolean;
	readonly strings?: string;
	/** Codes of number formats 164, 165 …; cell style n + 1 uses them, 0 none. */
	readonly formats?: readonly string[];
	readonly more?: Readonly<Record<string, string | Buffer>>;
}

export function partsOf({ sheets, date1904 = false, strings, formats = [], more = {} }: BookXml) {
	const list = sheets.map(
		({ name, state }, at) =>
			`<sheet name="${name}" sheetId="${at + 1}" ${state ? `state="${state}"` : ''} r:id="rId${at + 1}"/>`
	);
	const relations = sheets.map(
		(_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`
	);
	const codes = formats.map(
		(code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`
	);
	const styles = [
		'<xf numFmtId="0"/>',
		...formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`),
		'<xf numFmtId="14"/>'
	];
	return {
		'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${list.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
		'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
		...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${MAIN}>${strings}</sst>` }),
		...Object.fromEntries(
			sheets.map(({ data, after = '' }, at) => [
				`xl/worksheets/sheet${at + 1}.xml`,
				`<worksheet ${MAIN}><sheetData>${data}</sheetData>${after}</worksheet>`
			])
		),
		...more
	};
}

/** A workbook of one sheet with these rows. */
export const bookOf = (rows: readonly (readonly CellXml[])[], more: Omit<BookXml, 'sheets'> = {}, after = ''): Buffer =>
	zipOf(partsOf({ sheets: [{ name: '人员', data: rowsXml(rows), after }], ...more }));

let encoding: Map<string, Buffer> | null = null;

/** The bytes of a text in GBK; Node only reads it. */
export function gbk(text: string): Buffer {
	if (!encoding) {
		encoding = new Map();
		const decoder = new TextDecoder('gbk');
		for (let lead = 0x81; lead <= 0xfe; lead++) {
			for (let trail = 0x40; trail <= 0xfe; trail++) {
				const bytes = Buffer.from([lead, trail]);
				const sign = decoder.decode(bytes);
				if (trail !== 0x7f && [...sign].length === 1 && sign !== '\ufffd') encoding.set(sign, bytes);
			}
		}
	}
	const bytes = [...text].map((sign) => (sign < '\x80' ? Buffer.from(sign) : encoding!.get(sign)!));
	return Buffer.concat(bytes);
}
