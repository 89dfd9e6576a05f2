import { reportCsv } from '#lib/law/domain/import-report.ts';
import { readReport } from '#lib/law/server/use-cases/uploads.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

/** The whole report as a file: `?as=json`, else CSV for a spreadsheet. */
export const GET: RequestHandler = async ({ url, params, locals: { ctx } }) => {
	const report = orNotFound(await guard(url, () => readReport(ctx, params.id)));
	const asJson = url.searchParams.get('as') === 'json';
	const headers = {
		'content-type': asJson ? 'application/json' : 'text/csv; charset=utf-8',
		'content-disposition': `attachment; filename="law-import-${params.id}.${asJson ? 'json' : 'csv'}"`
	};
	return new Response(asJson ? JSON.stringify(report, null, '\t') : reportCsv(report), { headers });
};
