import { fail, redirect } from '@sveltejs/kit';
import { readTask } from '#lib/drafting/server/use-cases/own-drafts.server.ts';
import { startDraft } from '#lib/drafting/server/use-cases/start-draft.server.ts';
import { installedHolidays } from '#lib/shared/calendar.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => ({
		...orNotFound(await readTask(ctx, params.task)),
		holidays: [...installedHolidays()]
	}));

export const actions: Actions = {
	start: async ({ params, url, locals: { ctx } }) => {
		const started = await guard(url, () => startDraft(ctx, params.task));
		if (!started.ok) return fail(400, { fault: started.refusal.message });
		redirect(303, `/drafting/${encodeURIComponent(params.task)}`);
	}
};
