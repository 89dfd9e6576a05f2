import { error, fail, redirect } from '@sveltejs/kit';
import { DRILL_KINDS, type DrillKind } from '#lib/drills/domain/kinds.ts';
import { readKind } from '#lib/drills/server/use-cases/read-home.server.ts';
import { startKind } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

function kindOf(text: string): DrillKind {
	if (!Object.hasOwn(DRILL_KINDS, text)) error(404, '没有这一类练习。');
	return text as DrillKind;
}

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, () => readKind(ctx, kindOf(params.kind)));

export const actions: Actions = {
	default: async ({ params, url, locals: { ctx } }) => {
		const started = await guard(url, () => startKind(ctx, kindOf(params.kind)));
		if (!started.ok) return fail(400, { fault: started.refusal.message });
		redirect(303, `/drills/sets/${started.value}`);
	}
};
