import { fail, redirect } from '@sveltejs/kit';
import { readConsistency } from '#lib/discretion/server/use-cases/consistency-read.server.ts';
import { startReference } from '#lib/discretion/server/use-cases/practice-start.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, () => readConsistency(ctx, url.searchParams.get('quarter')));

export const actions: Actions = {
	start: async ({ request, url, locals: { ctx } }) => {
		const id = readText(await request.formData(), 'case');
		const started = await guard(url, () => startReference(ctx, id));
		if (!started.ok) return fail(400, { fault: started.refusal.message });
		redirect(303, `/discretion/cases/attempts/${started.value}`);
	}
};
