import { peopleTemplate } from '#lib/identity/server/use-cases/export-people.server.ts';
import { tableResponse } from '#lib/platform/table-file/table-response.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { ctx } }) =>
	tableResponse('人员导入模板', await guard(url, () => peopleTemplate(ctx)), url.searchParams.get('as'));
