import { fail, redirect } from '@sveltejs/kit';
import { readDecisionForm, readMappingForm, readPreviewPlace } from '#lib/identity/import-forms.ts';
import { confirmPeopleImport } from '#lib/identity/server/use-cases/confirm-people-import.server.ts';
import { countFirstPasswords } from '#lib/identity/server/use-cases/first-passwords.server.ts';
import * as preview from '#lib/identity/server/use-cases/preview-people-import.server.ts';
import { undoPeopleImport } from '#lib/identity/server/use-cases/undo-people-import.server.ts';
import { dropPeopleImport } from '#lib/identity/server/use-cases/upload-people.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Result } from '#lib/shared/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, params, locals: { ctx } }) =>
	guard(url, async () => {
		const place = readPreviewPlace(url.searchParams);
		const run = orNotFound(await preview.readPeopleImport(ctx, params.id, place));
		return { run, slips: run.state === 'done' ? await countFirstPasswords(ctx, params.id) : null };
	});

/** What was wrong at which form, or on to the page again. */
function answer(form: string, result: Result<null>, url: URL, target = url.pathname + withoutAction(url)) {
	if (!result.ok) return fail(400, { form, fault: result.refusal.message });
	redirect(303, target);
}

/** The rows that were looked at are looked at again. */
function withoutAction(url: URL): string {
	const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	return kept.size === 0 ? '' : `?${kept.toString()}`;
}

export const actions: Actions = {
	map: async ({ request, url, params, locals: { ctx } }) => {
		const given = readMappingForm(await request.formData());
		return answer('map', await guard(url, () => preview.mapPeopleImport(ctx, params.id, given)), url, url.pathname);
	},
	decide: async ({ request, url, params, locals: { ctx } }) => {
		const decisions = readDecisionForm(await request.formData());
		return answer('decide', await guard(url, () => preview.decidePeopleRows(ctx, params.id, decisions)), url);
	},
	confirm: async ({ request, url, params, locals: { ctx } }) => {
		const shown = readText(await request.formData(), 'shown');
		const result = await guard(url, () => confirmPeopleImport(ctx, params.id, shown));
		return answer('confirm', result, url, url.pathname);
	},
	drop: async ({ url, params, locals: { ctx } }) =>
		answer('confirm', await guard(url, () => dropPeopleImport(ctx, params.id)), url, '/admin/people/import'),
	undo: async ({ url, params, locals: { ctx } }) =>
		answer('undo', await guard(url, () => undoPeopleImport(ctx, params.id)), url, url.pathname)
};
