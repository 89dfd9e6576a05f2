import { fail } from '@sveltejs/kit';
import { countFirstPasswords, issueFirstPasswords } from '#lib/identity/server/use-cases/first-passwords.server.ts';
import { readPeopleImport } from '#lib/identity/server/use-cases/preview-people-import.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, params, setHeaders, locals: { ctx } }) => {
	// Passwords may stand on this page: no cache and no history keeps it.
	setHeaders({ 'cache-control': 'no-store' });
	return guard(url, async () => {
		const { id, name } = orNotFound(await readPeopleImport(ctx, params.id, { show: null, page: 1 }));
		return { run: { id, name }, waiting: await countFirstPasswords(ctx, params.id), address: url.origin };
	});
};

export const actions: Actions = {
	default: async ({ url, params, locals: { ctx } }) => {
		const issued = await guard(url, () => issueFirstPasswords(ctx, params.id));
		return issued.ok ? { issued: issued.value } : fail(400, { fault: issued.refusal.message });
	}
};
