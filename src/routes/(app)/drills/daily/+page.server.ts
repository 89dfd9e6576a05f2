import { fail, redirect } from '@sveltejs/kit';
import { readDaily } from '#lib/drills/server/use-cases/read-home.server.ts';
import { startDaily } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ daily: await readDaily(ctx) }));

export const actions: Actions = {
	default: async ({ url, locals: { ctx } }) => {
		const started = await guard(url, () => startDaily(ctx));
		if (!started.ok) return fail(400, { fault: started.refusal.message });
		redirect(303, `/drills/sets/${started.value}`);
	}
};
