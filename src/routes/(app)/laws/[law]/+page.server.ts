import { readLaw } from '#lib/law/server/use-cases/read-laws.server.ts';
import { orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { ctx } }) =>
	orNotFound(await readLaw(ctx, params.law, url.searchParams.get('version')));
