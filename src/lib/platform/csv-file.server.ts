import { csvOf } from '#lib/shared/csv.ts';

/** The answer that a browser saves under this name. */
export function csvResponse(name: string, rows: readonly (readonly string[])[]): Response {
	const headers = {
		'content-type': 'text/csv; charset=utf-8',
		'content-disposition': `attachment; filename="${name}.csv"`
	};
	return new Response(csvOf(rows), { headers });
}
