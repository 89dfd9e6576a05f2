import { fail, redirect } from '@sveltejs/kit';
import { readForm } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { readDeskFilter } from '#lib/studio/domain/desk-filter.ts';
import { beginningOf, startForm } from '#lib/studio/forms.ts';
import { readDesk } from '#lib/studio/server/use-cases/read-desk.server.ts';
import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ desk: await readDesk(ctx, readDeskFilter(url.searchParams)) }));

export const actions: Actions = {
	start: async ({ request, url, locals: { ctx } }) => {
		const read = readForm(await request.formData(), startForm);
		if (!read.ok) return fail(400, { fault: '先选要写哪一种。' });
		const { kind, id } = read.value;
		const started = await guard(url, () => startManuscript(ctx, { kind, id, from: beginningOf(read.value) }));
		if (!started.ok) return fail(400, { fault: started.refusal.message });
		redirect(303, `/studio/manuscripts/${started.value.id}`);
	}
};
