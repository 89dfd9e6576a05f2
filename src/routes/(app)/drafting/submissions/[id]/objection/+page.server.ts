import { fail, redirect } from '@sveltejs/kit';
import { objectionForm } from '#lib/drafting/marking-forms.ts';
import { raiseObjection } from '#lib/drafting/server/use-cases/objections.server.ts';
import { readMarks } from '#lib/drafting/server/use-cases/read-marks.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => ({ draftId: params.id, marks: orNotFound(await readMarks(ctx, params.id)) }));

export const actions: Actions = {
	default: async ({ request, params, url, locals: { ctx } }) => {
		const form = readForm(await request.formData(), objectionForm);
		const reason = form.ok ? form.value.reason : '';
		const raised = await guard(url, () => raiseObjection(ctx, params.id, reason));
		if (!raised.ok) return fail(400, { reason, faults: toFaults(raised.refusal) });
		redirect(303, `/drafting/submissions/${params.id}/objection`);
	}
};
