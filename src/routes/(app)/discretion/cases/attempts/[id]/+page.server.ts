import { fail, redirect } from '@sveltejs/kit';
import { readStepForm } from '#lib/discretion/practice-forms.ts';
import { answerStep } from '#lib/discretion/server/use-cases/practice-answer.server.ts';
import { readAttempt } from '#lib/discretion/server/use-cases/practice-read.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { keptFields, signInKeepingFields } from '#lib/platform/kept-picks.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const view = orNotFound(await readAttempt(ctx, params.id, url.searchParams.get('after')));
		return { view, restored: keptFields(url, view.open?.step ?? null) };
	});

export const actions: Actions = {
	default: async ({ request, params, url, locals: { ctx } }) => {
		const form = readStepForm(await request.formData());
		if (!form) return fail(400, { fault: '没有收到这一步的答案，请重新选择后提交。' });
		const { step, posted } = form;
		if (!ctx.actor) redirect(303, signInKeepingFields(url, step, posted));
		const answered = await guard(url, () => answerStep(ctx, params.id, form));
		if (!answered.ok) return fail(400, { step, posted, fault: answered.refusal.message });
		if (answered.value.kind === 'faults') {
			const { faults } = answered.value;
			return fail(400, { step, posted, faults, fault: Object.values(faults).join(' ') });
		}
		// The browser goes on to a page of its own, so that a reload does not post again.
		redirect(303, `${url.pathname}?after=${step}`);
	}
};
