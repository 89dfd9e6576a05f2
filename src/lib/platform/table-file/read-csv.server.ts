import { CsvError, parse } from 'csv-parse/sync';
import { type Result, refuse } from '#lib/shared/result.ts';
import type { Cell, Table, TableRow } from '#lib/shared/table.ts';
import { decodeText } from './decode-text.server.ts';
import { LIMITS, TOO_MANY_ROWS, tableOf } from './limits.server.ts';

const DELIMITERS = [',', '\t', ';'];
/** One record; a quote that is never closed would swallow the whole file. */
const RECORD_CHARACTERS = 20_000;

/** `="0012"` as many programs write it, without quoting the quotes. */
const GUARDED = /(^|[,;\t\r\n])="([^"\r\n]*)"(?=[,;\t\r\n]|$)/g;

/** A CSV file with commas, semicolons or tabs, quoted as RFC 4180 says. */
export function readCsv(bytes: Uint8Array): Result<Table> {
	const decoded = decodeText(bytes);
	if (!decoded.ok) return decoded;
	const text = decoded.value.replace(GUARDED, '$1"=""$2"""');
	if (/^\s*(<|\{\\rtf|MIME-Version:)/i.test(text.slice(0, 200))) return WEB_PAGE;
	try {
		const records = parse(text, {
			...{ delimiter: delimiterOf(text), record_delimiter: ['\r\n', '\n', '\r'] },
			...{ relax_column_count: true, max_record_size: RECORD_CHARACTERS, to: LIMITS.rows + 1 }
		});
		if (records.length > LIMITS.rows) return TOO_MANY_ROWS;
		return tableOf(records.map(rowOf), { epoch: null, remarks: [] });
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		return refuse('csv', sayFault(error));
	}
}

const rowOf = (record: readonly string[], index: number): TableRow => ({
	number: index + 1,
	cells: record.map(cellOf)
});

const FORMULA: Cell = { fault: '是公式，请改为数值' };

/** Spreadsheets guard a number as `="0012"`, and our own exports a text as `'=…`. */
function cellOf(text: string): Cell {
	const guarded = /^="([^"]*)"$/.exec(text);
	if (guarded) return guarded[1]!;
	if (/^'[=+\-@\t]/.test(text)) return text.slice(1);
	return text.startsWith('=') ? FORMULA : text;
}

/** The one that the first lines use most. */
function delimiterOf(text: string): string {
	const start = text.slice(0, 4000);
	const count = (delimiter: string) => start.split(delimiter).length;
	return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

function sayFault(error: CsvError): string {
	const line = typeof error['lines'] === 'number' ? `第 ${error['lines']} 行附近` : '';
	switch (error.code) {
		case 'CSV_QUOTE_NOT_CLOSED':
			return `${line}的双引号没有结束，整个文件没有读入。请检查引号，或另存为 .xlsx。`;
		case 'INVALID_OPENING_QUOTE':
		case 'CSV_INVALID_CLOSING_QUOTE':
			return `${line}的双引号用得不对：有引号的格要整格用引号括住，格内的引号写两次。`;
		case 'CSV_MAX_RECORD_SIZE':
			return `${line}有一行超过 ${RECORD_CHARACTERS} 个字，可能是引号没有结束。`;
		default:
			return `${line}不能按 CSV 读，请另存为 .xlsx 后再导入。`;
	}
}

const WEB_PAGE = refuse('web-page', '内容是网页或 XML，不是表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。');
