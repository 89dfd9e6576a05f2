import { readBundles } from '#lib/arena/server/use-cases/read-bundles.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { ctx } }) => ({
	bundles: await guard(url, () => readBundles(ctx))
});
