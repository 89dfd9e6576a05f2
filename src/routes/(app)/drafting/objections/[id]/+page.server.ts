import { fail, redirect } from '@sveltejs/kit';
import { answerForm, readSheetForm, recusalForm } from '#lib/drafting/marking-forms.ts';
import { recuseMarking, saveMarking } from '#lib/drafting/server/use-cases/mark-draft.server.ts';
import { answerObjection } from '#lib/drafting/server/use-cases/objections.server.ts';
import { readMarking } from '#lib/drafting/server/use-cases/read-marking.server.ts';
import { type Faults, readForm, readText, toFaults } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { clockOf } from '#lib/shared/time.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const marking = orNotFound(await readMarking(ctx, params.id));
		if (!marking.objection) redirect(303, `/drafting/marking/${params.id}`);
		return { marking, objection: marking.objection };
	});

const typed = (data: FormData) => ({
	...{ sheet: readSheetForm(data), outcome: readText(data, 'outcome'), answer: readText(data, 'answer') }
});

export const actions: Actions = {
	save: async ({ request, params, url, locals: { ctx } }) => {
		const data = await request.formData();
		const saved = await guard(url, () => saveMarking(ctx, params.id, readSheetForm(data)));
		if (!saved.ok) return fail(409, { ...typed(data), fault: saved.refusal.message, faults: {}, at: '' });
		return { ...typed(data), at: clockOf(ctx.now), fault: '', faults: {} as Faults };
	},
	answer: async ({ request, params, url, locals: { ctx } }) => {
		const data = await request.formData();
		const form = readForm(data, answerForm);
		const refused = (faults: Faults) => fail(400, { ...typed(data), faults, fault: faults['form'] ?? '', at: '' });
		if (!form.ok) return refused(form.faults);
		const sheet = readSheetForm(data);
		const answered = await guard(url, () => answerObjection(ctx, params.id, { ...sheet, ...form.value }));
		if (!answered.ok) return refused(toFaults(answered.refusal));
		redirect(303, '/drafting/marking?done=answered');
	},
	recuse: async ({ request, params, url, locals: { ctx } }) => {
		const form = readForm(await request.formData(), recusalForm);
		const why = form.ok ? form.value.why : '';
		const recused = await guard(url, () => recuseMarking(ctx, params.id, why));
		if (!recused.ok) return fail(400, { faults: toFaults(recused.refusal), why, fault: '', at: '' });
		redirect(303, '/drafting/marking?done=recused');
	}
};
