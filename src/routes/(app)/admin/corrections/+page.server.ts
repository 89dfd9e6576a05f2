import { fail, redirect } from '@sveltejs/kit';
import { ANSWERS, CORRECTION_STEPS } from '#lib/own/domain/correction.ts';
import { answerForm } from '#lib/own/forms.ts';
import { answerCorrection, readCorrectionQueue } from '#lib/own/server/use-cases/corrections.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({
		...(await readCorrectionQueue(ctx)),
		answers: ANSWERS.map((key) => ({ key, label: CORRECTION_STEPS[key] }))
	}));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const read = readForm(await request.formData(), answerForm);
		if (!read.ok) return fail(400, { values: read.values, faults: read.faults });
		const { id, ...given } = read.value;
		const answered = await guard(url, () => answerCorrection(ctx, id, given));
		if (!answered.ok) return fail(400, { values: { ...read.value }, faults: toFaults(answered.refusal) });
		redirect(303, '/admin/corrections');
	}
};
