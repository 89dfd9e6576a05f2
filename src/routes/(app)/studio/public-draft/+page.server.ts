import { fail, redirect } from '@sveltejs/kit';
import { findCases } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { readPublicDraft, startPublicVersion } from '#lib/studio/server/use-cases/start-public-version.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_CASES = 500;

/** `?case=…`: the case that a public text begins from; without it, all of them to choose from. */
export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => {
		const found = await findCases(ctx, '', MOST_CASES);
		const cases = found.map(({ title, path }) => ({ id: path.slice('/cases/'.length), title }));
		const chosen = url.searchParams.get('case') ?? cases[0]?.id ?? '';
		return {
			draft: orNotFound(await readPublicDraft(ctx, chosen)),
			...{ cases, chosen, draftId: newId(ctx.now) }
		};
	});

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const [chosen, id] = [readText(data, 'case'), readText(data, 'draft')];
		const started = await guard(url, () => startPublicVersion(ctx, chosen, id));
		if (!started.ok) return fail(409, { fault: started.refusal.message });
		redirect(303, `/studio/manuscripts/${started.value.id}`);
	}
};
