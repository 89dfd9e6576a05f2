import { fail, redirect } from '@sveltejs/kit';
import { draftCase } from '#lib/cases/domain/case-draft.ts';
import { type MaterialSource, readCaseMaterial } from '#lib/drafting/server/use-cases/case-material.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?from=review&id=…`: a file that officers reviewed; `from=panel`: one that a panel sat on. */
const sourceOf = (url: URL): MaterialSource => ({
	kind: url.searchParams.get('from') === 'panel' ? 'panel' : 'review',
	id: url.searchParams.get('id') ?? ''
});

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({
		material: orNotFound(await readCaseMaterial(ctx, sourceOf(url))),
		draftId: newId(ctx.now)
	}));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const id = (await request.formData()).get('draft');
		const started = await guard(url, async () => {
			const fields = draftCase(orNotFound(await readCaseMaterial(ctx, sourceOf(url))));
			return startManuscript(ctx, { kind: 'case', from: { fields }, ...(typeof id === 'string' ? { id } : {}) });
		});
		if (!started.ok) return fail(409, { fault: started.refusal.message });
		redirect(303, `/studio/manuscripts/${started.value.id}`);
	}
};
