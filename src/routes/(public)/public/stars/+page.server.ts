import { publicHeaders } from '#lib/platform/public-headers.server.ts';
import { readStars } from '#lib/ranking/server/use-cases/public-awards.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ setHeaders, locals: { ctx } }) => {
	const { stars, changedAt } = await readStars(ctx);
	setHeaders(publicHeaders(changedAt));
	return { stars };
};
