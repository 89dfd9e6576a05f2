import { fail } from '@sveltejs/kit';
import { guard } from '#lib/platform/guard.server.ts';
import { isKind } from '#lib/studio/domain/manuscript.ts';
import { importFiles, listImportKinds } from '#lib/studio/server/use-cases/import-files.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) => guard(url, () => listImportKinds(ctx));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const form = await request.formData();
		const kind = form.get('kind');
		if (typeof kind !== 'string' || !isKind(kind)) return fail(400, { fault: '先选导入成哪一类。' });
		const chosen = form.getAll('files').filter((file): file is File => file instanceof File && file.size > 0);
		const files = await Promise.all(
			chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
		);
		const done = await guard(url, () => importFiles(ctx, kind, files));
		return done.ok ? { lines: done.value } : fail(400, { fault: done.refusal.message });
	}
};
