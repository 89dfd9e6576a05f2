import { fail, redirect } from '@sveltejs/kit';
import { readReplyForm } from '#lib/arena/rehearsal-forms.ts';
import { readRehearsal } from '#lib/arena/server/use-cases/read-rehearsals.server.ts';
import { answerArgument, practiseMissed } from '#lib/arena/server/use-cases/rehearse.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { keptFields, signInKeepingFields } from '#lib/platform/kept-picks.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const view = orNotFound(await readRehearsal(ctx, params.id, url.searchParams.get('after')));
		return { view, restored: keptFields(url, view.open?.argument ?? null) };
	});

export const actions: Actions = {
	answer: async ({ request, params, url, locals: { ctx } }) => {
		const { argument, ...posted } = readReplyForm(await request.formData());
		if (!ctx.actor) redirect(303, signInKeepingFields(new URL(url.pathname, url), argument, posted));
		const answered = await guard(url, () => answerArgument(ctx, params.id, { argument, ...posted }));
		if (!answered.ok) {
			const { message, field } = answered.refusal;
			return fail(400, { argument, posted, field, fault: message });
		}
		// The browser goes on to a page of its own, so that a reload does not post again.
		redirect(303, `${url.pathname}?after=${encodeURIComponent(argument)}`);
	},
	practise: async ({ params, url, locals: { ctx } }) => {
		const started = await guard(url, () => practiseMissed(ctx, params.id));
		if (!started.ok) return fail(400, { fault: started.refusal.message });
		redirect(303, `/drills/sets/${started.value}`);
	}
};
