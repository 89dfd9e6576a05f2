import { readPaper } from '#lib/drafting/server/use-cases/paper.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => orNotFound(await readPaper(ctx, params.id)));
