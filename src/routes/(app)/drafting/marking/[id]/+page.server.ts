import { fail, redirect } from '@sveltejs/kit';
import { readSheetForm, recusalForm } from '#lib/drafting/marking-forms.ts';
import { giveMark, recuseMarking, saveMarking } from '#lib/drafting/server/use-cases/mark-draft.server.ts';
import { readMarking } from '#lib/drafting/server/use-cases/read-marking.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { clockOf } from '#lib/shared/time.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const marking = orNotFound(await readMarking(ctx, params.id));
		if (marking.objection) redirect(303, `/drafting/objections/${params.id}`);
		return { marking };
	});

export const actions: Actions = {
	save: async ({ request, params, url, locals: { ctx } }) => {
		const sheet = readSheetForm(await request.formData());
		const saved = await guard(url, () => saveMarking(ctx, params.id, sheet));
		if (!saved.ok) return fail(409, { fault: saved.refusal.message, faults: toFaults(saved.refusal), sheet, at: '' });
		return { at: clockOf(ctx.now), fault: '', faults: {} as Record<string, string>, sheet };
	},
	give: async ({ request, params, url, locals: { ctx } }) => {
		const sheet = readSheetForm(await request.formData());
		const given = await guard(url, () => giveMark(ctx, params.id, sheet));
		if (!given.ok) return fail(400, { fault: given.refusal.message, faults: toFaults(given.refusal), sheet, at: '' });
		redirect(303, '/drafting/marking?done=given');
	},
	recuse: async ({ request, params, url, locals: { ctx } }) => {
		const form = readForm(await request.formData(), recusalForm);
		const why = form.ok ? form.value.why : '';
		const recused = await guard(url, () => recuseMarking(ctx, params.id, why));
		if (!recused.ok) return fail(400, { faults: toFaults(recused.refusal), why, fault: '', sheet: null, at: '' });
		redirect(303, '/drafting/marking?done=recused');
	}
};
