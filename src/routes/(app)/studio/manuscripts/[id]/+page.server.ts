import { fail, redirect } from '@sveltejs/kit';
import { readForm, readText, toFaults } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { isAgainst } from '#lib/studio/domain/compare-fields.ts';
import { actForm, commentForm, confirmForm } from '#lib/studio/forms.ts';
import { actOnManuscript } from '#lib/studio/server/use-cases/act-on-manuscript.server.ts';
import { commentManuscript, resolveComment } from '#lib/studio/server/use-cases/comment-manuscript.server.ts';
import { confirmWarnings } from '#lib/studio/server/use-cases/confirm-warnings.server.ts';
import { readReview } from '#lib/studio/server/use-cases/read-review.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const against = url.searchParams.get('against') ?? '';
		return { review: orNotFound(await readReview(ctx, params.id, isAgainst(against) ? against : null)) };
	});

export const actions: Actions = {
	act: async ({ request, params, url, locals: { ctx } }) => {
		const read = readForm(await request.formData(), actForm);
		if (!read.ok) return fail(400, { about: 'act', values: read.values, fault: '没有这一步，请刷新页面。' });
		const done = await guard(url, () => actOnManuscript(ctx, params.id, read.value));
		if (done.ok) redirect(303, url.pathname);
		return fail(400, { about: 'act', values: { reason: read.value.reason }, fault: done.refusal.message });
	},
	comment: async ({ request, params, url, locals: { ctx } }) => {
		const read = readForm(await request.formData(), commentForm);
		const values = read.ok ? { ...read.value } : read.values;
		if (!read.ok) return fail(400, { about: 'comment', values, fault: Object.values(read.faults)[0]! });
		const done = await guard(url, () => commentManuscript(ctx, params.id, read.value));
		if (done.ok) redirect(303, `${url.pathname}#c-${read.value.parentId || done.value}`);
		return fail(400, { about: 'comment', values, fault: toFaults(done.refusal)['text'] ?? done.refusal.message });
	},
	resolve: async ({ request, params, url, locals: { ctx } }) => {
		const id = readText(await request.formData(), 'id');
		const done = await guard(url, () => resolveComment(ctx, params.id, id));
		if (done.ok) redirect(303, `${url.pathname}#c-${id}`);
		return fail(400, { about: 'resolve', values: {}, fault: done.refusal.message });
	},
	confirm: async ({ request, params, url, locals: { ctx } }) => {
		const read = readForm(await request.formData(), confirmForm);
		if (!read.ok) return fail(400, { about: 'confirm', values: read.values, fault: '没有收到要确认的内容。' });
		const done = await guard(url, () => confirmWarnings(ctx, params.id, read.value));
		if (done.ok) redirect(303, `${url.pathname}#warnings`);
		return fail(400, { about: 'confirm', values: { reason: read.value.reason }, fault: done.refusal.message });
	}
};
