import { fail, redirect } from '@sveltejs/kit';
import { readGuidePost } from '#lib/drafting/marking-forms.ts';
import { checkGuide, composeGuide, readGuide } from '#lib/drafting/server/use-cases/guides.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => ({ guide: orNotFound(await readGuide(ctx, params.id)) }));

const NOTHING: Readonly<Record<string, string>> = {};

export const actions: Actions = {
	preview: async ({ request, params, url, locals: { ctx } }) => {
		const { form, seen } = readGuidePost(await request.formData());
		orNotFound(await guard(url, () => readGuide(ctx, params.id)));
		const { body, faults } = checkGuide(form);
		const isSound = Object.keys(faults).length === 0;
		return isSound ? { form, seen, faults: NOTHING, preview: body } : fail(400, { form, seen, faults, preview: null });
	},
	compose: async ({ request, params, url, locals: { ctx } }) => {
		const { form, seen } = readGuidePost(await request.formData());
		const refused = (faults: Readonly<Record<string, string>>) => fail(400, { form, seen, faults, preview: null });
		const done = await guard(url, () => composeGuide(ctx, params.id, form, seen));
		if (!done.ok) return refused({ form: done.refusal.message });
		if (done.value.kind === 'faults') return refused(done.value.faults);
		const from = { pieceId: params.id, fields: { id: params.id, source: done.value.source } };
		const started = await guard(url, () => startManuscript(ctx, { kind: 'drafting-guide', from }));
		if (!started.ok) return refused({ form: started.refusal.message });
		redirect(303, `/studio/manuscripts/${started.value.id}`);
	}
};
