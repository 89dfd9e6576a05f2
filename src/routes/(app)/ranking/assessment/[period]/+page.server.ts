import { fail, redirect } from '@sveltejs/kit';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { closeAssessmentForm } from '#lib/ranking/forms.ts';
import { closeAssessment } from '#lib/ranking/server/use-cases/assessment-close.server.ts';
import { readAssessment } from '#lib/ranking/server/use-cases/assessment-read.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		// The picker of periods posts its choice as a query, so that it works without JavaScript.
		const chosen = url.searchParams.get('period');
		if (chosen) redirect(303, `/ranking/assessment/${encodeURIComponent(chosen)}`);
		const page = orNotFound(await readAssessment(ctx, params.period));
		return { page, done: url.searchParams.get('done') === 'closed' };
	});

export const actions: Actions = {
	default: async ({ request, params, url, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, closeAssessmentForm);
		if (!form.ok) return fail(400, { action: 'close', values, faults: form.faults });
		const closed = await guard(url, () => closeAssessment(ctx, params.period, form.value));
		if (!closed.ok) return fail(409, { action: 'close', values, faults: toFaults(closed.refusal) });
		redirect(303, `${url.pathname}?done=closed`);
	}
};
