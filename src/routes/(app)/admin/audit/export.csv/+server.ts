import { readQuery } from '#lib/audit/domain/log-query.ts';
import { exportLog } from '#lib/audit/server/use-cases/search-log.server.ts';
import { csvResponse } from '#lib/platform/csv-file.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { RequestHandler } from './$types';

/** What the filters of the page find, as a table. */
export const GET: RequestHandler = async ({ url, locals: { ctx } }) => {
	const rows = await guard(url, () => exportLog(ctx, readQuery(url.searchParams)));
	return csvResponse(`audit-${dayOf(ctx.now)}`, rows);
};
