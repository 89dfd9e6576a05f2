import { fail, redirect } from '@sveltejs/kit';
import { readAnswerForm } from '#lib/drills/forms.ts';
import { answerQuestion } from '#lib/drills/server/use-cases/answer-question.server.ts';
import { readSet } from '#lib/drills/server/use-cases/read-set.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { signInKeeping } from '#lib/platform/kept-picks.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const after = url.searchParams.get('after');
		const page = orNotFound(await readSet(ctx, params.id, after === null ? null : Number(after)));
		const restored = url.searchParams.has('pick') ? url.searchParams.getAll('pick') : null;
		return {
			...page,
			restored: restored && Number(url.searchParams.get('at')) === page.question?.position ? restored : null
		};
	});

/** Without JavaScript; with it the answer goes to the endpoint `answer` below this page. */
export const actions: Actions = {
	default: async ({ request, params, url, locals: { ctx } }) => {
		const { position, picks } = readAnswerForm(await request.formData());
		if (!ctx.actor) redirect(303, signInKeeping(url, String(position), picks));
		const answered = await guard(url, () => answerQuestion(ctx, params.id, position, picks));
		if (!answered.ok) return fail(400, { position, picks, fault: answered.refusal.message });
		// The browser goes on to a page of its own, so that a reload does not post again.
		redirect(303, `${url.pathname}?after=${position}`);
	}
};
