import { fail, redirect } from '@sveltejs/kit';
import { findingForm, findingKeyForm, sheetForm } from '#lib/drafting/review-forms.ts';
import { readReviewFile } from '#lib/drafting/server/use-cases/review-read.server.ts';
import * as work from '#lib/drafting/server/use-cases/review-work.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Result } from '#lib/shared/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const place = { page: url.searchParams.get('page') ?? '', field: url.searchParams.get('field') };
		return { view: orNotFound(await readReviewFile(ctx, params.id, place)) };
	});

/** Back to the sheet on which the form stood. */
const back = (url: URL, more: Record<string, string> = {}) => {
	const page = url.searchParams.get('page');
	const query = new URLSearchParams({ ...(page ? { page } : {}), ...more }).toString();
	redirect(303, `${url.pathname}${query === '' ? '' : `?${query}`}`);
};
const goBack = (url: URL, done: Result<unknown>, more: Record<string, string> = {}) =>
	done.ok ? back(url, more) : fail(409, { action: 'other' as const, values: {}, faults: toFaults(done.refusal) });

export const actions: Actions = {
	start: async ({ params, url, locals: { ctx } }) =>
		goBack(url, await guard(url, () => work.startReview(ctx, params.id))),
	mark: async ({ request, params, url, locals: { ctx } }) => {
		const data = await request.formData();
		const form = readForm(data, findingForm);
		if (!form.ok) return fail(400, { action: 'mark' as const, values: form.values, faults: form.faults });
		const done = await guard(url, () => work.markFinding(ctx, params.id, form.value));
		const values = Object.fromEntries(Object.entries(form.value).map(([name, value]) => [name, value ?? '']));
		if (!done.ok) return fail(409, { action: 'mark' as const, values, faults: toFaults(done.refusal) });
		back(url, { marked: form.value.rule });
	},
	withdraw: async ({ request, params, url, locals: { ctx } }) => {
		const form = readForm(await request.formData(), findingKeyForm);
		if (!form.ok) return fail(400, { action: 'other' as const, values: {}, faults: form.faults });
		const { document, rule } = form.value;
		const done = await guard(url, () => work.withdrawFinding(ctx, params.id, form.value));
		return goBack(url, done, { undo: rule, of: document ?? '' });
	},
	restore: async ({ request, params, url, locals: { ctx } }) => {
		const form = readForm(await request.formData(), findingKeyForm);
		if (!form.ok) return fail(400, { action: 'other' as const, values: {}, faults: form.faults });
		return goBack(url, await guard(url, () => work.restoreFinding(ctx, params.id, form.value)));
	},
	'hand-in': async ({ request, params, url, locals: { ctx } }) => {
		const form = readForm(await request.formData(), sheetForm);
		if (!form.ok) return fail(400, { action: 'hand-in' as const, values: form.values, faults: form.faults });
		const done = await guard(url, () => work.handInReview(ctx, params.id, form.value));
		if (!done.ok) return fail(409, { action: 'hand-in' as const, values: {}, faults: toFaults(done.refusal) });
		redirect(303, url.pathname);
	}
};
