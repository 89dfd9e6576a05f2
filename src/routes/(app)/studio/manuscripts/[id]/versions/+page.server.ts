import { fail, redirect } from '@sveltejs/kit';
import { readText } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import * as versions from '#lib/studio/server/use-cases/manuscript-versions.server.ts';
import { readManuscript } from '#lib/studio/server/use-cases/read-manuscript.server.ts';
import type { Actions, PageServerLoad } from './$types';

const numberIn = (text: string | null) => (text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null);

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const [from, to] = [numberIn(url.searchParams.get('from')), numberIn(url.searchParams.get('to'))];
		const [manuscript, lines, compared] = await Promise.all([
			readManuscript(ctx, params.id),
			versions.listManuscriptVersions(ctx, params.id),
			from === null ? null : versions.compareManuscriptVersions(ctx, params.id, { from, to })
		]);
		const { id, title, kindLabel, stateLabel, mayEdit } = orNotFound(manuscript);
		return {
			...{ manuscript: { id, title, kindLabel, stateLabel, mayEdit }, lines: orNotFound(lines), from, to },
			differences: compared && orNotFound(compared)
		};
	});

export const actions: Actions = {
	restore: async ({ request, params, url, locals: { ctx } }) => {
		const number = numberIn(readText(await request.formData(), 'number')) ?? 0;
		const done = await guard(url, () => versions.restoreManuscriptVersion(ctx, params.id, number));
		if (!done.ok) return fail(400, { fault: done.refusal.message });
		redirect(303, `/studio/manuscripts/${params.id}`);
	},
	keep: async ({ params, url, locals: { ctx } }) => {
		const done = await guard(url, () => versions.keepManuscriptVersion(ctx, params.id));
		if (!done.ok) return fail(400, { fault: done.refusal.message });
		redirect(303, url.pathname);
	}
};
