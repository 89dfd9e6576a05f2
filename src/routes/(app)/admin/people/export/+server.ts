import { exportPeople } from '#lib/identity/server/use-cases/export-people.server.ts';
import { tableResponse } from '#lib/platform/table-file/table-response.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { ctx } }) =>
	tableResponse(`人员 ${dayOf(ctx.now)}`, [await guard(url, () => exportPeople(ctx))], url.searchParams.get('as'));
