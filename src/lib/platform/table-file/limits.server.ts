import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Cell, type Table, type TableRow, textOfCell } from '#lib/shared/table.ts';

const MEGABYTE = 1024 * 1024;

/** What a table that people keep by hand never exceeds; a file beyond was made to, or is not this table. */
export const LIMITS = {
	/** Of the file as it arrives, bytes. */
	file: 8 * MEGABYTE,
	/** Of an unpacked workbook, bytes. */
	unpacked: 40 * MEGABYTE,
	parts: 500,
	/** Rows with head and titles. */
	rows: 20_000,
	columns: 100,
	/** Characters of one cell that are kept. */
	cell: 500
} as const;

export const TOO_MANY_ROWS = refuse('too-many-rows', `超过 ${LIMITS.rows} 行，没有读入。请分成几个文件。`);
const TOO_MANY_COLUMNS = refuse('too-many-columns', `超过 ${LIMITS.columns} 列，没有读入。请删去不用的列。`);
const EMPTY = refuse('empty', '表格里没有内容。');
const LONG: Cell = { fault: `超过 ${LIMITS.cell} 个字` };

/** The table of rows that were read: without empty rows and empty cells at the end, within the limits. */
export function tableOf(rows: readonly TableRow[], about: Omit<Table, 'rows'>): Result<Table> {
	const kept: TableRow[] = [];
	for (const { number, cells } of rows) {
		const last = cells.findLastIndex((cell) => typeof cell !== 'string' || cell.trim() !== '');
		if (last >= LIMITS.columns) return TOO_MANY_COLUMNS;
		if (last < 0) continue;
		kept.push({ number, cells: cells.slice(0, last + 1).map((cell) => (isLong(cell) ? LONG : (cell ?? ''))) });
	}
	return kept.length === 0 ? EMPTY : ok({ ...about, rows: kept });
}

const isLong = (cell: Cell | undefined) => textOfCell(cell).length > LIMITS.cell;
