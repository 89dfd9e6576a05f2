import { fail, redirect } from '@sveltejs/kit';
import { readGuidePost } from '#lib/drafting/marking-forms.ts';
import { checkGuide, readGuide, saveGuide } from '#lib/drafting/server/use-cases/guides.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => ({
		guide: orNotFound(await readGuide(ctx, params.id)),
		isSaved: url.searchParams.has('saved')
	}));

const NOTHING: Readonly<Record<string, string>> = {};

export const actions: Actions = {
	preview: async ({ request, params, url, locals: { ctx } }) => {
		const { form, seen } = readGuidePost(await request.formData());
		orNotFound(await guard(url, () => readGuide(ctx, params.id)));
		const { body, faults } = checkGuide(form);
		const isSound = Object.keys(faults).length === 0;
		return isSound ? { form, seen, faults: NOTHING, preview: body } : fail(400, { form, seen, faults, preview: null });
	},
	save: async ({ request, params, url, locals: { ctx } }) => {
		const { form, seen } = readGuidePost(await request.formData());
		const saved = await guard(url, () => saveGuide(ctx, params.id, form, seen));
		const refused = (faults: Readonly<Record<string, string>>) => fail(400, { form, seen, faults, preview: null });
		if (!saved.ok) return refused({ form: saved.refusal.message });
		if (saved.value.kind === 'faults') return refused(saved.value.faults);
		redirect(303, `/studio/drafting/guides/${params.id}?saved=${saved.value.version}`);
	}
};
