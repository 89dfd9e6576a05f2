import { fail, redirect } from '@sveltejs/kit';
import type * as v from 'valibot';
import * as forms from '#lib/drafting/review-forms.ts';
import { readPanelFile } from '#lib/drafting/server/use-cases/panel-read.server.ts';
import * as work from '#lib/drafting/server/use-cases/panel-work.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Result } from '#lib/shared/result.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => ({
		view: orNotFound(await readPanelFile(ctx, params.id, url.searchParams.get('page') ?? ''))
	}));

/** Reads a form, runs a change, and comes back to the page; what was typed stays when it is refused. */
function act<Schema extends v.GenericSchema>(
	action: string,
	schema: Schema,
	change: (ctx: Ctx, id: string, value: v.InferOutput<Schema>) => Promise<Result<null>>
) {
	return async ({ request, params, url, locals: { ctx } }: RequestEvent) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, schema);
		if (!form.ok) return fail(400, { action, values, faults: form.faults });
		const done = await guard(url, () => change(ctx, params.id, form.value));
		if (!done.ok) return fail(409, { action, values, faults: toFaults(done.refusal) });
		redirect(303, `${url.pathname}?done=${action}`);
	};
}

export const actions: Actions = {
	sign: act('sign', forms.sheetForm, work.signSheet),
	object: act('object', forms.objectionForm, (ctx, id, { reason }) => work.raisePanelObjection(ctx, id, reason)),
	answer: act('answer', forms.answerForm, (ctx, id, given) =>
		work.answerPanelObjection(ctx, id, {
			isUpheld: given.verdict === 'upheld',
			changedTotal: given.verdict === 'upheld' ? given.total : null,
			answer: given.answer
		})
	),
	add: act('add', forms.itemForm, work.addItem),
	move: act('move', forms.moveForm, (ctx, id, move) =>
		move.step === 'reported' ? work.reportItem(ctx, id, move) : work.recheckItem(ctx, id, move)
	),
	third: act('third', forms.nothingForm, (ctx, id) => work.drawThirdAgain(ctx, id)),
	close: act('close', forms.nothingForm, (ctx, id) => work.closePanelFile(ctx, id))
};
