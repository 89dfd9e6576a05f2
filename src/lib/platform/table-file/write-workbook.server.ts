/** One sheet to be written: texts only, so that nothing in it is ever read as a formula or turned into a number. */
export interface SheetToWrite {
	readonly name: string;
	readonly heads: readonly string[];
	/** Of each column, in characters. */
	readonly widths: readonly number[];
	readonly rows: readonly (readonly string[])[];
	/** A column from 0 whose values are offered from the first column of another sheet; others may be typed. */
	readonly offers?: { readonly column: number; readonly sheet: string; readonly rows: number };
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MOST_ROWS = 1_048_576;

/** An .xlsx workbook (ECMA-376) that Excel and WPS open; columns are of the format “text”, empty cells too. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array<ArrayBuffer>> {
	const { default: JSZip } = await import('jszip');
	const archive = new JSZip();
	archive.file('[Content_Types].xml', contentTypes(sheets.length));
	archive.file('_rels/.rels', relations([`Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"`]));
	archive.file('xl/workbook.xml', workbook(sheets));
	archive.file(
		'xl/_rels/workbook.xml.rels',
		relations([
			...sheets.map((_, at) => `Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"`),
			`Type="${OFFICE}/styles" Target="styles.xml"`
		])
	);
	archive.file('xl/styles.xml', STYLES);
	for (const [at, sheet] of sheets.entries()) archive.file(`xl/worksheets/sheet${at + 1}.xml`, sheetOf(sheet));
	return new Uint8Array(await archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
}

const contentTypes = (sheets: number) => {
	const parts = Array.from({ length: sheets }, (_, at) => [`worksheets/sheet${at + 1}`, 'worksheet'] as const);
	const overrides = [['workbook', 'sheet.main'] as const, ['styles', 'styles'] as const, ...parts].map(
		([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`
	);
	const package_ = 'http://schemas.openxmlformats.org/package/2006/content-types';
	return `${DECLARATION}<Types xmlns="${package_}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
};

const relations = (targets: readonly string[]) =>
	`${DECLARATION}<Relationships xmlns="${RELATIONS}">${targets.map((target, at) => `<Relationship Id="rId${at + 1}" ${target}/>`).join('')}</Relationships>`;

const workbook = (sheets: readonly SheetToWrite[]) =>
	`${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
		.map(({ name }, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
		.join('')}</sheets></workbook>`;

/** 0 plain, 1 text (format 49), 2 the bold head on grey. */
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs></styleSheet>`;

function sheetOf({ heads, widths, rows, offers }: SheetToWrite): string {
	const columns = widths.map(
		(width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="1" customWidth="1"/>`
	);
	const lines = [rowOf(heads, 1, 2), ...rows.map((row, at) => rowOf(row, at + 2, 1))];
	const frozen =
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	const offered = offers && offers.rows > 0 ? validation(offers) : '';
	return `${DECLARATION}<worksheet xmlns="${MAIN}">${frozen}<cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${offered}</worksheet>`;
}

function validation({ column, sheet, rows }: NonNullable<SheetToWrite['offers']>): string {
	const letter = letterOf(column);
	const list = `'${sheet.replaceAll("'", "''")}'!$A$2:$A$${rows + 1}`;
	return `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letter}2:${letter}${MOST_ROWS}"><formula1>${escape(list)}</formula1></dataValidation></dataValidations>`;
}

const rowOf = (cells: readonly string[], number: number, style: number) =>
	`<row r="${number}">${cells.map((text, at) => cellOf(text, `${letterOf(at)}${number}`, style)).join('')}</row>`;

const cellOf = (text: string, place: string, style: number) =>
	text === ''
		? ''
		: `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;

/** Sheets of ours have at most 26 columns. */
const letterOf = (column: number) => String.fromCharCode(65 + column);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML takes it: control characters have no place in a document at all. */
const escape = (text: string) =>
	text
		.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
		.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
