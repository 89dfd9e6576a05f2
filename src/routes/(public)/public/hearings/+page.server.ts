import { listOpenHearings } from '#lib/arena/server/use-cases/list-open-hearings.server.ts';
import { publicHeaders } from '#lib/platform/public-headers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ setHeaders, locals: { ctx } }) => {
	setHeaders(publicHeaders(ctx.now));
	return { hearings: await listOpenHearings(ctx) };
};
