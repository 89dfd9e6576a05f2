import { fail, redirect } from '@sveltejs/kit';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { decisionsForm } from '#lib/ranking/assessment-forms.ts';
import { decideFigures } from '#lib/ranking/server/use-cases/assessment-check.server.ts';
import { readCheck } from '#lib/ranking/server/use-cases/assessment-desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { period, unit }, url, locals: { ctx } }) =>
	guard(url, async () => ({ check: orNotFound(await readCheck(ctx, { period, unitId: unit })) }));

export const actions: Actions = {
	default: async ({ request, params: { period, unit }, url, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, decisionsForm);
		if (!form.ok) return fail(400, { values, faults: form.faults });
		const done = await guard(url, () => decideFigures(ctx, { period, unitId: unit }, form.value));
		if (!done.ok) return fail(409, { values, faults: toFaults(done.refusal) });
		redirect(303, `/ranking/assessment/${period}/${unit}?done=checked`);
	}
};
