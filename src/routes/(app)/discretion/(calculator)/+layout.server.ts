import { readOffers } from '#lib/discretion/server/use-cases/calculate.server.ts';
import type { LayoutServerLoad } from './$types';

/** Depends on the place alone, so an answer that changes does not bring it again. */
export const load: LayoutServerLoad = async ({ url, locals: { ctx } }) => ({
	offers: await readOffers(ctx, url.searchParams.get('place'))
});
