import { fail, redirect } from '@sveltejs/kit';
import { rulingForm } from '#lib/cases/commentary-forms.ts';
import { moderateComment } from '#lib/cases/server/use-cases/commentary-comments.server.ts';
import { readModerationQueue } from '#lib/cases/server/use-cases/commentary-queue.server.ts';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) => guard(url, () => readModerationQueue(ctx));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, rulingForm);
		if (!form.ok) return fail(400, { action: 'rule', values, faults: form.faults });
		const done = await guard(url, () => moderateComment(ctx, form.value));
		if (!done.ok) return fail(409, { action: 'rule', values, faults: toFaults(done.refusal) });
		redirect(303, `${url.pathname}?done=1`);
	}
};
