import { readMarkingLoads } from '#lib/drafting/server/use-cases/marking-loads.server.ts';
import { readMarkingQueue } from '#lib/drafting/server/use-cases/read-marking.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({
		queue: await readMarkingQueue(ctx),
		loads: await readMarkingLoads(ctx),
		done: url.searchParams.get('done')
	}));
