import { error, fail, redirect } from '@sveltejs/kit';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { awardSheetForm } from '#lib/ranking/forms.ts';
import { readAward } from '#lib/ranking/server/use-cases/award-read.server.ts';
import { keepAwardSheet, signAwardSheet } from '#lib/ranking/server/use-cases/award-review.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const view = orNotFound(await readAward(ctx, params.id));
		if (!view.own) error(404, '你不在这一期的评审组里。');
		if (view.own.isSigned) redirect(303, `/ranking/awards/${params.id}`);
		return { view };
	});

export const actions: Actions = {
	save: async ({ request, params, url, locals: { ctx } }) => {
		const form = readForm(await request.formData(), awardSheetForm);
		if (!form.ok) return fail(400, { fault: '没有保存' });
		const kept = await guard(url, () => keepAwardSheet(ctx, params.id, form.value));
		return kept.ok ? { at: kept.value } : fail(409, { fault: kept.refusal.message });
	},
	sign: async ({ request, params, url, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, awardSheetForm);
		if (!form.ok) return fail(400, { values, faults: form.faults });
		const signed = await guard(url, () => signAwardSheet(ctx, params.id, form.value));
		if (!signed.ok) return fail(409, { values, faults: toFaults(signed.refusal) });
		redirect(303, `/ranking/awards/${params.id}?done=sign`);
	}
};
