import { fail, redirect } from '@sveltejs/kit';
import { answerCheckpoint, readCase } from '#lib/cases/server/use-cases/read-case.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { signInKeeping } from '#lib/platform/kept-picks.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { ctx } }) => {
	const page = orNotFound(await guard(url, () => readCase(ctx, params.slug)));
	const at = url.searchParams.get('at');
	const restored = at && { checkpoint: at, picks: url.searchParams.getAll('pick'), fault: null };
	return { ...page, restored: restored || null };
};

export const actions: Actions = {
	answer: async ({ request, params, url, locals: { ctx } }) => {
		const data = await request.formData();
		const checkpoint = readText(data, 'checkpoint');
		const picks = data.getAll('pick').filter((value) => typeof value === 'string');
		// Who was signed in when the page came answers as that person or not at all.
		if (!ctx.actor) redirect(303, signInKeeping(url, checkpoint, picks));
		const answered = await answerCheckpoint(ctx, params.slug, checkpoint, picks);
		if (!answered.ok) return fail(400, { checkpoint, picks, fault: answered.refusal.message });
		const isEnhanced = request.headers.has('x-sveltekit-action');
		if (!isEnhanced && ctx.actor) redirect(303, `${url.pathname}#${checkpoint}`);
		return answered.value;
	}
};
