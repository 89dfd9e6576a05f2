import { fail, redirect } from '@sveltejs/kit';
import { acceptUpload, readImports } from '#lib/law/server/use-cases/uploads.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ imports: await readImports(ctx) }));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		// Who may not upload is told so before anything is read.
		await guard(url, () => readImports(ctx));
		const data = await request.formData();
		const files = data.getAll('files').filter((one) => one instanceof File);
		const accepted = await guard(url, () => acceptUpload(ctx, files));
		if (!accepted.ok) return fail(400, { fault: accepted.refusal.message });
		redirect(303, `/admin/laws/${accepted.value}`);
	}
};
