import { fail, redirect } from '@sveltejs/kit';
import { readPlanForm } from '#lib/arena/plan-forms.ts';
import { planHearing, readHearingChoices } from '#lib/arena/server/use-cases/plan-hearing.server.ts';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { PLAN_FORM } from '#lib/arena/plan-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ choices: await readHearingChoices(ctx), bundle: url.searchParams.get('bundle') ?? '' }));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const form = await request.formData();
		const values = withoutSecrets(Object.fromEntries(form));
		const read = readForm(form, PLAN_FORM);
		if (!read.ok) return fail(400, { values, faults: read.faults });
		const planned = await guard(url, () => planHearing(ctx, readPlanForm(read.value)));
		if (!planned.ok) return fail(400, { values, faults: toFaults(planned.refusal) });
		redirect(303, `/arena/${planned.value}/seats`);
	}
};
