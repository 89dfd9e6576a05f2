import { fail, redirect } from '@sveltejs/kit';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { openForm } from '#lib/ranking/forms.ts';
import { readAwards } from '#lib/ranking/server/use-cases/award-list.server.ts';
import { openAward } from '#lib/ranking/server/use-cases/award-open.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ list: await readAwards(ctx) }));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const form = readForm(await request.formData(), openForm);
		if (!form.ok) return fail(400, { faults: form.faults });
		const [honour, cycle] = form.value.choice.split('/') as [string, string];
		const opened = await guard(url, () => openAward(ctx, honour, cycle));
		if (!opened.ok) return fail(409, { faults: toFaults(opened.refusal) });
		redirect(303, `/ranking/awards/${opened.value}`);
	}
};
