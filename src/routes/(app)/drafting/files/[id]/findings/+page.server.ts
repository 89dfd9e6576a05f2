import { fail, redirect } from '@sveltejs/kit';
import { rulingForm } from '#lib/drafting/review-forms.ts';
import { readExtraFindings, ruleOnFinding } from '#lib/drafting/server/use-cases/review-rulings.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => ({ view: orNotFound(await readExtraFindings(ctx, params.id)) }));

export const actions: Actions = {
	default: async ({ request, params, url, locals: { ctx } }) => {
		const data = await request.formData();
		const form = readForm(data, rulingForm);
		if (!form.ok) return fail(400, form);
		const done = await guard(url, () => ruleOnFinding(ctx, params.id, form.value));
		if (!done.ok) {
			const values = Object.fromEntries(
				[...data].map(([name, value]) => [name, typeof value === 'string' ? value : ''])
			);
			return fail(409, { values, faults: toFaults(done.refusal) });
		}
		redirect(303, `${url.pathname}?done=1`);
	}
};
