import { fail, redirect } from '@sveltejs/kit';
import { passwordForm } from '#lib/identity/forms.ts';
import { changePassword, readOwnPasswordRules } from '#lib/identity/server/use-cases/change-password.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) => guard(url, () => readOwnPasswordRules(ctx));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx, sessionToken } }) => {
		const form = readForm(await request.formData(), passwordForm);
		if (!form.ok) return fail(400, form);
		const { current, fresh } = form.value;
		const changed = await guard(url, () => changePassword(ctx, current, fresh, sessionToken ?? ''));
		if (!changed.ok) return fail(400, { values: {}, faults: toFaults(changed.refusal) });
		redirect(303, '/me?password=changed');
	}
};
