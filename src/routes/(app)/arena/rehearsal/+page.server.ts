import { fail, redirect } from '@sveltejs/kit';
import { readRehearsalHome } from '#lib/arena/server/use-cases/read-rehearsals.server.ts';
import { startRehearsal } from '#lib/arena/server/use-cases/rehearse.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { ctx } }) => ({
	...(await guard(url, () => readRehearsalHome(ctx))),
	wanted: { bundle: url.searchParams.get('bundle') ?? '', side: '', stage: '' }
});

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const wanted = { bundle: readText(data, 'bundle'), side: readText(data, 'side'), stage: readText(data, 'stage') };
		const started = await guard(url, () => startRehearsal(ctx, wanted));
		if (!started.ok) return fail(400, { wanted, fault: started.refusal.message });
		redirect(303, `/arena/rehearsal/${started.value}`);
	}
};
