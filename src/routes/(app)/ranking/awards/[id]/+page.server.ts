import { fail, redirect } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import * as forms from '#lib/ranking/forms.ts';
import * as nominating from '#lib/ranking/server/use-cases/award-nominate.server.ts';
import * as publicity from '#lib/ranking/server/use-cases/award-publicity.server.ts';
import * as publishing from '#lib/ranking/server/use-cases/award-publish.server.ts';
import { readAward } from '#lib/ranking/server/use-cases/award-read.server.ts';
import { qualify, replaceReviewer } from '#lib/ranking/server/use-cases/award-review.server.ts';
import type { Result } from '#lib/shared/result.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => ({ view: orNotFound(await readAward(ctx, params.id)) }));

/** Reads a form, takes a step, and comes back to the page; what was typed stays when it is refused. */
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
	nominate: act('nominate', forms.deedsForm, nominating.nominate),
	describe: act('describe', forms.deedsForm, nominating.describeDeeds),
	dissent: act('dissent', forms.dissentForm, nominating.dissent),
	qualify: act('qualify', forms.qualifyForm, qualify),
	replace: act('replace', forms.replaceForm, replaceReviewer),
	publicise: act('publicise', forms.publiciseForm, publicity.publicise),
	object: act('object', forms.dissentForm, publicity.objectToAward),
	verify: act('verify', forms.verifyForm, publicity.verifyObjection),
	confirm: act('confirm', forms.confirmForm, publishing.confirmAward),
	publish: act('publish', forms.nothingForm, (ctx, id) => publishing.publishAward(ctx, id)),
	revoke: act('revoke', forms.revokeForm, publishing.revokeAward),
	lapse: act('lapse', forms.lapseForm, (ctx, id, { reason }) => publishing.lapseAward(ctx, id, reason))
};
