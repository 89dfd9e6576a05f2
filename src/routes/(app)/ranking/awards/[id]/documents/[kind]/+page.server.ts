import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readAwardDocument } from '#lib/ranking/server/use-cases/award-read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => orNotFound(await readAwardDocument(ctx, params.id, params.kind)));
