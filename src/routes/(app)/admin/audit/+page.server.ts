import { ROOMS } from '#lib/audit/domain/labels.ts';
import { readQuery } from '#lib/audit/domain/log-query.ts';
import { checkLog, readLogState } from '#lib/audit/server/use-cases/check-log.server.ts';
import { searchLog } from '#lib/audit/server/use-cases/search-log.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) => {
	const query = readQuery(url.searchParams);
	return guard(url, async () => ({
		found: await searchLog(ctx, query),
		state: await readLogState(ctx),
		query,
		rooms: Object.entries(ROOMS)
	}));
};

export const actions: Actions = {
	/** Changes nothing: walks the chain and says what it found. */
	verify: async ({ url, locals: { ctx } }) => ({ verified: await guard(url, () => checkLog(ctx)) })
};
