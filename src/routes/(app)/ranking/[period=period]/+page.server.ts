import { redirect } from '@sveltejs/kit';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { isGroup, rankWithin } from '#lib/ranking/domain/group.ts';
import { readPeriodBoard } from '#lib/ranking/server/use-cases/read-period-board.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		// The select of periods posts its choice as a query, so that it works without JavaScript.
		const chosen = url.searchParams.get('period');
		if (chosen && chosen !== params.period) redirect(303, `/ranking/${encodeURIComponent(chosen)}`);
		const board = orNotFound(await readPeriodBoard(ctx, params.period));
		const asked = url.searchParams.get('group') ?? '';
		const group = isGroup(asked) ? asked : null;
		const view = url.searchParams.get('view') === 'units' ? ('units' as const) : ('people' as const);
		return { ...board, people: rankWithin(board.people.filter((one) => !group || one.group === group)), group, view };
	});
