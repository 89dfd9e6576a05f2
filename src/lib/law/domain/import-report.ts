import { csvOf } from '#lib/shared/csv.ts';

/** A remark on a file of an import. */
export interface FileRemark {
	readonly file: string;
	/** 1-based; 0 = the whole file. */
	readonly line: number;
	readonly message: string;
}

/** What an import did. Every file is taken, unchanged or refused; laws, versions and articles count what was written. */
export interface ImportReport {
	readonly files: number;
	readonly laws: number;
	readonly versions: number;
	readonly articles: number;
	readonly unchanged: number;
	readonly warnings: readonly FileRemark[];
	readonly refused: readonly FileRemark[];
}

/** Where an uploaded import stands. */
export const IMPORT_STATES = { waiting: '等待中', running: '导入中', done: '已完成', failed: '未完成' } as const;
export type ImportState = keyof typeof IMPORT_STATES;

/** The remarks of a report as CSV with a byte order mark, as spreadsheets in China want it. */
export function reportCsv({ warnings, refused }: Pick<ImportReport, 'warnings' | 'refused'>): string {
	const rows = [
		['结果', '文件', '行', '说明'],
		...refused.map(({ file, line, message }) => ['未导入', file, String(line), message]),
		...warnings.map(({ file, line, message }) => ['提示', file, String(line), message])
	];
	return csvOf(rows);
}
