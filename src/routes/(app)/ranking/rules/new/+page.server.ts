import { fail, redirect } from '@sveltejs/kit';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { ruleForm } from '#lib/ranking/forms.ts';
import { type DraftPreview, previewDraft, proposeRule } from '#lib/ranking/server/use-cases/propose-rule.server.ts';
import { readRuleForm } from '#lib/ranking/server/use-cases/read-rules.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ page: orNotFound(await readRuleForm(ctx, url.searchParams.get('base'))) }));

interface Answer {
	readonly values: Record<string, string>;
	readonly faults: Record<string, string>;
	readonly preview: DraftPreview | null;
}
const answer = (values: Record<string, string>, given: Partial<Answer>): Answer => {
	return { values, faults: {}, preview: null, ...given };
};

export const actions: Actions = {
	preview: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, ruleForm);
		if (!form.ok) return fail(400, answer(values, { faults: form.faults }));
		const tried = await guard(url, () => previewDraft(ctx, form.value));
		if (!tried.ok) return fail(409, answer(values, { faults: toFaults(tried.refusal) }));
		return answer(values, { preview: tried.value });
	},
	propose: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, ruleForm);
		if (!form.ok) return fail(400, answer(values, { faults: form.faults }));
		const proposed = await guard(url, () => proposeRule(ctx, form.value));
		if (!proposed.ok) return fail(409, answer(values, { faults: toFaults(proposed.refusal) }));
		redirect(303, '/ranking/rules?done=proposed');
	}
};
