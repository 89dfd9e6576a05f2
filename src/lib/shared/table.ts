/** What a cell says, or why it cannot be taken (a formula, an error, a number that lost its last digits). */
export type Cell = string | { readonly fault: string };

export interface TableRow {
	/** As the spreadsheet numbers it, from 1. */
	readonly number: number;
	readonly cells: readonly Cell[];
}

/** A table as a file brought it: texts only. Rows without any text are left out, their numbers stay. */
export interface Table {
	readonly rows: readonly TableRow[];
	/** From which day the workbook counts its days; null = the file has no day numbers. */
	readonly epoch: 1900 | 1904 | null;
	/** What the reader should know of the reading, such as sheets that were left out. */
	readonly remarks: readonly string[];
}

export const textOfCell = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '');
