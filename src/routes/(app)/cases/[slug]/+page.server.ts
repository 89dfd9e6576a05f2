import { fail, redirect } from '@sveltejs/kit';
import { answerCheckpoint, readCase } from '#lib/cases/server/use-cases/read-case.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { orNotFound } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx } }) => orNotFound(await readCase(ctx, params.slug));

export const actions: Actions = {
	answer: async ({ request, params, url, locals: { ctx } }) => {
		const data = await request.formData();
		const checkpoint = readText(data, 'checkpoint');
		const picks = data.getAll('pick').filter((value) => typeof value === 'string');
		const answered = await answerCheckpoint(ctx, params.slug, checkpoint, picks);
		if (!answered.ok) return fail(400, { checkpoint, picks, fault: answered.refusal.message });
		const isEnhanced = request.headers.has('x-sveltekit-action');
		if (!isEnhanced && ctx.actor) redirect(303, `${url.pathname}#${checkpoint}`);
		return answered.value;
	}
};
