import { fail, redirect } from '@sveltejs/kit';
import { resetForm } from '#lib/identity/forms.ts';
import { readFactorHolders, resetFactor } from '#lib/identity/server/use-cases/reset-factor.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) => guard(url, () => readFactorHolders(ctx));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const form = readForm(await request.formData(), resetForm);
		if (!form.ok) return fail(400, { values: form.values, faults: form.faults });
		const { personId, reason } = form.value;
		const reset = await guard(url, () => resetFactor(ctx, personId, reason));
		if (!reset.ok) return fail(400, { values: { personId, reason }, faults: toFaults(reset.refusal) });
		redirect(303, '/admin/second-factors');
	}
};
