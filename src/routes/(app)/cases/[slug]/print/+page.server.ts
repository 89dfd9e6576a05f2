import { readCaseForPrint } from '#lib/cases/server/use-cases/paper-case.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { ctx } }) => ({
	paper: orNotFound(await guard(url, () => readCaseForPrint(ctx, params.slug)))
});
