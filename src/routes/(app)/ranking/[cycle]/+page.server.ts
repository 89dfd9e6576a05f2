import { redirect } from '@sveltejs/kit';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readBoard } from '#lib/ranking/server/use-cases/read-board.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		// The select of months posts its choice as a query, so that it works without JavaScript.
		const chosen = url.searchParams.get('cycle');
		if (chosen && chosen !== params.cycle) redirect(303, `/ranking/${encodeURIComponent(chosen)}`);
		const board = orNotFound(await readBoard(ctx, params.cycle));
		const query = (url.searchParams.get('q') ?? '').trim();
		const view = url.searchParams.get('view') === 'units' ? ('units' as const) : ('people' as const);
		const fits = ({ name, unitName }: { name: string; unitName: string }) =>
			name.includes(query) || unitName.includes(query);
		const mayAssess = mayRun(ctx.actor, 'ranking.readAssessment', { unitPath: ctx.actor?.unitPath ?? '-' });
		return { ...board, mayAssess, people: board.people.filter(fits), view, query };
	});
