import { readBundle } from '#lib/arena/server/use-cases/read-bundles.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => orNotFound(await readBundle(ctx, params.slug)));
