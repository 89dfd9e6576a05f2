import { fail, redirect } from '@sveltejs/kit';
import { ABOUT } from '#lib/own/domain/correction.ts';
import { correctionForm } from '#lib/own/forms.ts';
import { askCorrection, readOwnCorrections, withdrawCorrection } from '#lib/own/server/use-cases/corrections.server.ts';
import { readForm, readText, toFaults } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ ...(await readOwnCorrections(ctx)), about: ABOUT }));

export const actions: Actions = {
	ask: async ({ request, url, locals: { ctx } }) => {
		const read = readForm(await request.formData(), correctionForm);
		if (!read.ok) return fail(400, { values: read.values, faults: read.faults });
		const asked = await guard(url, () => askCorrection(ctx, read.value));
		if (!asked.ok) return fail(400, { values: { ...read.value }, faults: toFaults(asked.refusal) });
		redirect(303, '/me/corrections?asked');
	},
	withdraw: async ({ request, url, locals: { ctx } }) => {
		const id = readText(await request.formData(), 'id');
		const taken = await guard(url, () => withdrawCorrection(ctx, id));
		if (!taken.ok) return fail(400, { values: {}, faults: { [`withdraw-${id}`]: taken.refusal.message } });
		redirect(303, '/me/corrections');
	}
};
