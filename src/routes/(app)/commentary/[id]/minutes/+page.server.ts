import { readMinutes } from '#lib/cases/server/use-cases/commentary-minutes.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => orNotFound(await readMinutes(ctx, params.id)));
