import { csvOf } from '#lib/shared/csv.ts';
import { download } from '../download.server.ts';
import { type SheetToWrite, writeWorkbook } from './write-workbook.server.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sheets as a file to keep: a workbook, or with `csv` the first sheet as CSV. Personal data: no cache keeps it. */
export async function tableResponse(
	name: string,
	sheets: readonly SheetToWrite[],
	as: string | null
): Promise<Response> {
	const [first] = sheets;
	const response =
		as === 'csv' && first
			? download(`${name}.csv`, csvOf([first.heads, ...first.rows]), 'text/csv; charset=utf-8')
			: download(`${name}.xlsx`, await writeWorkbook(sheets), WORKBOOK);
	response.headers.set('cache-control', 'no-store');
	return response;
}
