import { fail, redirect } from '@sveltejs/kit';
import type * as v from 'valibot';
import * as forms from '#lib/cases/commentary-forms.ts';
import * as comments from '#lib/cases/server/use-cases/commentary-comments.server.ts';
import { publishMinutes } from '#lib/cases/server/use-cases/commentary-minutes.server.ts';
import * as plan from '#lib/cases/server/use-cases/commentary-plan.server.ts';
import { readMeeting } from '#lib/cases/server/use-cases/commentary-read.server.ts';
import * as record from '#lib/cases/server/use-cases/commentary-record.server.ts';
import * as run from '#lib/cases/server/use-cases/commentary-run.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Result } from '#lib/shared/result.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ params, url, depends, locals: { ctx } }) => {
	depends('cases:meeting');
	return guard(url, async () => {
		const view = orNotFound(await readMeeting(ctx, params.id));
		return { view, choices: view.may.plan ? await plan.readPlanChoices(ctx) : null };
	});
};

/** Reads a form, runs a change and comes back to the place it is about; what was typed stays when it is refused. */
function act<Schema extends v.GenericSchema>(
	action: string,
	schema: Schema,
	change: (ctx: Ctx, id: string, value: v.InferOutput<Schema>) => Promise<Result<unknown>>
) {
	return async ({ request, params, url, locals: { ctx } }: RequestEvent) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, schema);
		if (!form.ok) return fail(400, { action, values, faults: form.faults });
		const done = await guard(url, () => change(ctx, params.id, form.value));
		if (!done.ok) return fail(409, { action, values, faults: toFaults(done.refusal) });
		const place = values['itemId'] ? `#item-${encodeURIComponent(values['itemId'])}` : '';
		redirect(303, `${url.pathname}?done=${action}${place}`);
	};
}

export const actions: Actions = {
	plan: act('plan', forms.meetingForm, plan.replanMeeting),
	add: act('add', forms.itemForm, plan.addToAgenda),
	change: act('change', forms.itemChangeForm, (ctx, id, { itemId, ...item }) =>
		plan.changeAgendaItem(ctx, id, itemId, item)
	),
	raise: act('raise', forms.itemKeyForm, (ctx, id, { itemId }) => plan.raiseAgendaItem(ctx, id, itemId)),
	drop: act('drop', forms.itemKeyForm, (ctx, id, { itemId }) => plan.dropFromAgenda(ctx, id, itemId)),
	open: act('open', forms.nothingForm, (ctx, id) => run.openMeeting(ctx, id)),
	call: act('call', forms.itemKeyForm, (ctx, id, { itemId }) => run.callItem(ctx, id, itemId)),
	end: act('end', forms.itemKeyForm, (ctx, id) => run.endItem(ctx, id)),
	close: act('close', forms.nothingForm, (ctx, id) => run.endMeeting(ctx, id)),
	cancel: act('cancel', forms.reasonForm, (ctx, id, { reason }) => run.cancelMeeting(ctx, id, reason)),
	publish: act('publish', forms.nothingForm, (ctx, id) => publishMinutes(ctx, id)),
	comment: act('comment', forms.commentForm, comments.writeComment),
	withdraw: act('withdraw', forms.commentKeyForm, (ctx, _, { commentId }) => comments.withdrawComment(ctx, commentId)),
	note: act('note', forms.noteForm, record.keepNote),
	verdict: act('verdict', forms.verdictForm, record.giveVerdict),
	action: act('action', forms.actionForm, record.addAction),
	finish: act('finish', forms.finishForm, record.finishAction)
};
