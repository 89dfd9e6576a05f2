import { redirect } from '@sveltejs/kit';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readScorecard } from '#lib/ranking/server/use-cases/assessment-read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { period, unit }, url, locals: { ctx } }) =>
	guard(url, async () => {
		const chosen = url.searchParams.get('period');
		if (chosen) redirect(303, `/ranking/assessment/${encodeURIComponent(chosen)}/${unit}`);
		return { score: orNotFound(await readScorecard(ctx, { period, unitId: unit })) };
	});
