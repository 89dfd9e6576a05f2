import { fail, redirect } from '@sveltejs/kit';
import { DRILL_KINDS, type DrillKind } from '#lib/drills/domain/kinds.ts';
import { readMistakes } from '#lib/drills/server/use-cases/read-mistakes.server.ts';
import { startMistakes } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

const kindOf = (text: unknown): DrillKind | null =>
	typeof text === 'string' && Object.hasOwn(DRILL_KINDS, text) ? (text as DrillKind) : null;

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, () => readMistakes(ctx, kindOf(url.searchParams.get('kind')), Number(url.searchParams.get('page')) || 1));

export const actions: Actions = {
	again: async ({ request, url, locals: { ctx } }) => {
		const kind = kindOf((await request.formData()).get('kind'));
		const started = await guard(url, () => startMistakes(ctx, kind));
		if (!started.ok) return fail(400, { fault: started.refusal.message });
		redirect(303, `/drills/sets/${started.value}`);
	}
};
