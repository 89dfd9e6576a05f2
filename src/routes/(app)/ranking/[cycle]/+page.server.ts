import { redirect } from '@sveltejs/kit';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { isGroup } from '#lib/ranking/domain/group.ts';
import { readBoard } from '#lib/ranking/server/use-cases/read-board.server.ts';
import type { PageServerLoad } from './$types';

const MOST_PAGES = 100_000;

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		// The select of months posts its choice as a query, so that it works without JavaScript.
		const chosen = url.searchParams.get('cycle');
		if (chosen && chosen !== params.cycle) redirect(303, `/ranking/${encodeURIComponent(chosen)}`);
		const query = (url.searchParams.get('q') ?? '').trim();
		const asked = url.searchParams.get('view');
		const kind: 'people' | 'units' | 'near' = asked === 'units' || asked === 'near' ? asked : 'people';
		const among = url.searchParams.get('group') ?? '';
		const group = isGroup(among) ? among : null;
		const mayAssess = mayRun(ctx.actor, 'ranking.readAssessment', { unitPath: ctx.actor?.unitPath ?? '-' });
		const page = Math.max(1, Math.min(MOST_PAGES, Number(url.searchParams.get('page')) || 1));
		const board = orNotFound(await readBoard(ctx, params.cycle, { kind, group, query, page: Math.floor(page) }));
		return { ...board, mayAssess, view: kind, group, query };
	});
