import { fail, redirect } from '@sveltejs/kit';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { decideRuleForm } from '#lib/ranking/forms.ts';
import { decideRule } from '#lib/ranking/server/use-cases/decide-rule.server.ts';
import { readRules } from '#lib/ranking/server/use-cases/read-rules.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ page: await readRules(ctx), done: url.searchParams.get('done') }));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, decideRuleForm);
		if (!form.ok) return fail(400, { action: 'decide', values, faults: form.faults });
		const decided = await guard(url, () => decideRule(ctx, form.value));
		if (!decided.ok) return fail(409, { action: 'decide', values, faults: toFaults(decided.refusal) });
		redirect(303, `/ranking/rules?done=${form.value.verdict}`);
	}
};
