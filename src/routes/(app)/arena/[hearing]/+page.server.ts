import { fail, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { readActForm } from '#lib/arena/domain/act-form.ts';
import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { actInHearing } from '#lib/arena/server/use-cases/act-in-hearing.server.ts';
import { readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { readRoomFile } from '#lib/arena/server/use-cases/read-room-file.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { params, url, locals } = event;
	const token = linkOf(event);
	return guard(url, async () => ({
		page: orNotFound(await readHearing(locals.ctx, params.hearing, token)),
		file: await readRoomFile(locals.ctx, params.hearing, token),
		pageKey: randomUUID(),
		mayOrganise: mayRun(locals.ctx.actor, 'arena.organise')
	}));
};

export const actions: Actions = {
	/** Without a script: one act, then the page anew. */
	act: async (event) => {
		const { request, params, url, locals } = event;
		const form = await request.formData();
		const command = readActForm(form);
		const acted = await guard(url, () => actInHearing(locals.ctx, params.hearing, { ...command }, linkOf(event)));
		if (acted.ok) redirect(303, url.pathname);
		const refused = {
			act: command.act,
			fault: acted.refusal.message,
			values: withoutSecrets(Object.fromEntries(form))
		};
		return fail(400, { refused });
	}
};
