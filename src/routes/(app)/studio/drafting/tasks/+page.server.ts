import { fail, redirect } from '@sveltejs/kit';
import { readTaskPost } from '#lib/drafting/marking-forms.ts';
import { publishTask, readTaskBench } from '#lib/drafting/server/use-cases/build-task.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

const chosenIn = (search: URLSearchParams) => ({
	file: search.get('file') ?? '',
	document: search.get('document') ?? ''
});

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, () => readTaskBench(ctx, chosenIn(url.searchParams)));

export const actions: Actions = {
	publish: async ({ request, url, locals: { ctx } }) => {
		const form = readTaskPost(await request.formData());
		const done = await guard(url, () => publishTask(ctx, chosenIn(url.searchParams), form));
		const refused = (faults: Readonly<Record<string, string>>) => fail(400, { form, faults });
		if (!done.ok) return refused({ form: done.refusal.message });
		if (done.value.kind === 'faults') return refused(done.value.faults);
		redirect(303, `/drafting/${done.value.id}`);
	}
};
