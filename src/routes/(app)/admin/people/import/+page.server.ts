import { fail, redirect } from '@sveltejs/kit';
import { readPeopleImports, uploadPeople } from '#lib/identity/server/use-cases/upload-people.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ imports: await readPeopleImports(ctx) }));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		// Who may not upload is told so before anything is read.
		await guard(url, () => readPeopleImports(ctx));
		const file = (await request.formData()).get('file');
		const uploaded = await guard(url, () => uploadPeople(ctx, file instanceof File ? file : null));
		if (!uploaded.ok) return fail(400, { fault: uploaded.refusal.message });
		redirect(303, `/admin/people/import/${uploaded.value}`);
	}
};
