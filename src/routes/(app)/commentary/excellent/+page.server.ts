import { fail, redirect } from '@sveltejs/kit';
import { caseSheetForm, nominationForm } from '#lib/cases/commentary-forms.ts';
import { nominateCase, readScoreQuarter, signCaseSheet } from '#lib/cases/server/use-cases/case-scores.server.ts';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ view: await readScoreQuarter(ctx, url.searchParams.get('quarter') ?? '') }));

export const actions: Actions = {
	nominate: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, nominationForm);
		if (!form.ok) return fail(400, { action: 'nominate', values, faults: form.faults });
		const quarter = values['quarter'] ?? '';
		const done = await guard(url, () => nominateCase(ctx, quarter, form.value));
		if (!done.ok) return fail(409, { action: 'nominate', values, faults: toFaults(done.refusal) });
		redirect(303, `${url.pathname}?quarter=${encodeURIComponent(quarter)}&done=nominate`);
	},
	sign: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, caseSheetForm);
		if (!form.ok) return fail(400, { action: 'sign', values, faults: form.faults });
		const quarter = url.searchParams.get('quarter') ?? '';
		const done = await guard(url, () => signCaseSheet(ctx, quarter, form.value));
		if (!done.ok) return fail(409, { action: 'sign', values, faults: toFaults(done.refusal) });
		redirect(303, `${url.pathname}?quarter=${encodeURIComponent(quarter)}&done=sign`);
	}
};
