import { fail, redirect } from '@sveltejs/kit';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { decisionForm, settingForm } from '#lib/settings/forms.ts';
import { changeSetting, decideSetting } from '#lib/settings/server/use-cases/change-setting.server.ts';
import { openSetting } from '#lib/settings/server/use-cases/read-history.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, params, locals: { ctx } }) =>
	guard(url, async () => ({
		setting: orNotFound(await openSetting(ctx, params.key)),
		done: url.searchParams.get('done')
	}));

export const actions: Actions = {
	change: async ({ request, url, params, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, settingForm);
		if (!form.ok) return fail(400, { action: 'change', values, faults: form.faults });
		const changed = await guard(url, () => changeSetting(ctx, params.key, form.value));
		if (!changed.ok) return fail(409, { action: 'change', values, faults: toFaults(changed.refusal) });
		redirect(303, `/admin/settings/${params.key}?done=changed`);
	},
	decide: async ({ request, url, params, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, decisionForm);
		if (!form.ok) return fail(400, { action: 'decide', values, faults: form.faults });
		const decided = await guard(url, () => decideSetting(ctx, params.key, form.value));
		if (!decided.ok) return fail(409, { action: 'decide', values, faults: toFaults(decided.refusal) });
		redirect(303, `/admin/settings/${params.key}?done=${form.value.verdict}`);
	}
};
