import { fail, redirect } from '@sveltejs/kit';
import { roundForm } from '#lib/drafting/review-forms.ts';
import { drawRound, readPool } from '#lib/drafting/server/use-cases/panel-draw.server.ts';
import { readPanels } from '#lib/drafting/server/use-cases/panel-read.server.ts';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => {
		const view = await readPanels(ctx);
		const today = dayOf(ctx.now);
		const period = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
		return { view, period, pool: view.mayOrganise ? await readPool(ctx) : null };
	});

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, roundForm);
		if (!form.ok) return fail(400, { values, faults: form.faults });
		const drawn = await guard(url, () => drawRound(ctx, form.value));
		if (!drawn.ok) return fail(409, { values, faults: toFaults(drawn.refusal) });
		redirect(303, `${url.pathname}?drawn=1`);
	}
};
