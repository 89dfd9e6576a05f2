import { fail, redirect } from '@sveltejs/kit';
import { readTaskPost } from '#lib/drafting/marking-forms.ts';
import { composeTask, readTaskBench } from '#lib/drafting/server/use-cases/build-task.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import type { Actions, PageServerLoad } from './$types';

const chosenIn = (search: URLSearchParams) => ({
	file: search.get('file') ?? '',
	document: search.get('document') ?? ''
});

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, () => readTaskBench(ctx, chosenIn(url.searchParams)));

export const actions: Actions = {
	compose: async ({ request, url, locals: { ctx } }) => {
		const form = readTaskPost(await request.formData());
		const refused = (faults: Readonly<Record<string, string>>) => fail(400, { form, faults });
		const done = await guard(url, () => composeTask(ctx, chosenIn(url.searchParams), form));
		if (!done.ok) return refused({ form: done.refusal.message });
		if (done.value.kind === 'faults') return refused(done.value.faults);
		const { id, source } = done.value;
		const from = { pieceId: id, fields: { id, source } };
		const started = await guard(url, () => startManuscript(ctx, { kind: 'drafting-task', from }));
		if (!started.ok) return refused({ form: started.refusal.message });
		redirect(303, `/studio/manuscripts/${started.value.id}`);
	}
};
