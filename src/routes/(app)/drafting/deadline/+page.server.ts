import { countDeadline } from '#lib/drafting/server/use-cases/count-deadline.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	countDeadline(ctx, (name) => url.searchParams.get(name)?.slice(0, 100) ?? null);
