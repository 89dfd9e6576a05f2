import { redirect } from '@sveltejs/kit';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readAssessment } from '#lib/ranking/server/use-cases/assessment-read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		// The picker of periods posts its choice as a query, so that it works without JavaScript.
		const chosen = url.searchParams.get('period');
		if (chosen) redirect(303, `/ranking/assessment/${encodeURIComponent(chosen)}`);
		return { page: orNotFound(await readAssessment(ctx, params.period)) };
	});
