import { fail, redirect } from '@sveltejs/kit';
import { meetingForm } from '#lib/cases/commentary-forms.ts';
import { planMeeting, readPlanChoices } from '#lib/cases/server/use-cases/commentary-plan.server.ts';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({
		choices: await readPlanChoices(ctx),
		newId: newId(ctx.now),
		chairId: ctx.actor?.personId ?? ''
	}));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const form = readForm(data, meetingForm);
		if (!form.ok) return fail(400, form);
		const { id, ...plan } = form.value;
		const planned = await guard(url, () => planMeeting(ctx, id, plan));
		if (!planned.ok) {
			return fail(409, { values: withoutSecrets(Object.fromEntries(data)), faults: toFaults(planned.refusal) });
		}
		redirect(303, `/commentary/${planned.value.id}?done=planned`);
	}
};
