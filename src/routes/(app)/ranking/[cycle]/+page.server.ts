import { redirect } from '@sveltejs/kit';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { isGroup, neighboursOf, rankWithin } from '#lib/ranking/domain/group.ts';
import { readBoard } from '#lib/ranking/server/use-cases/read-board.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		// The select of months posts its choice as a query, so that it works without JavaScript.
		const chosen = url.searchParams.get('cycle');
		if (chosen && chosen !== params.cycle) redirect(303, `/ranking/${encodeURIComponent(chosen)}`);
		const board = orNotFound(await readBoard(ctx, params.cycle));
		const query = (url.searchParams.get('q') ?? '').trim();
		const asked = url.searchParams.get('view');
		const view: 'people' | 'units' | 'near' = asked === 'units' || asked === 'near' ? asked : 'people';
		const among = url.searchParams.get('group') ?? '';
		const group = isGroup(among) ? among : null;
		const fits = ({ name, unitName }: { name: string; unitName: string }) =>
			name.includes(query) || unitName.includes(query);
		const mayAssess = mayRun(ctx.actor, 'ranking.readAssessment', { unitPath: ctx.actor?.unitPath ?? '-' });
		const inGroup = board.people.filter((one) => group === null || one.group === group);
		const people = view === 'near' ? neighboursOf(rankWithin(board.people)) : rankWithin(inGroup);
		return { ...board, mayAssess, people: people.filter(fits), view, group, query };
	});
