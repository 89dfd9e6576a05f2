import { fail, redirect } from '@sveltejs/kit';
import { decisionForm } from '#lib/identity/register-forms.ts';
import { readDutyRequests } from '#lib/identity/server/use-cases/read-duties.server.ts';
import { decideDuty } from '#lib/identity/server/use-cases/separated-duties.server.ts';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ ...(await readDutyRequests(ctx)), isDone: url.searchParams.has('done') }));

export const actions: Actions = {
	decide: async ({ request, url, locals: { ctx } }) => {
		const form = await request.formData();
		const values = withoutSecrets(Object.fromEntries(form));
		const read = readForm(form, decisionForm);
		if (!read.ok) return fail(400, { action: 'decide', values, faults: read.faults });
		const { id, ...given } = read.value;
		const decided = await guard(url, () => decideDuty(ctx, id, given));
		if (!decided.ok) return fail(400, { action: 'decide', values, faults: toFaults(decided.refusal) });
		const { slip } = decided.value;
		if (slip) return { action: 'decide', values: {}, faults: {}, slip };
		redirect(303, '/admin/duties?done');
	}
};
