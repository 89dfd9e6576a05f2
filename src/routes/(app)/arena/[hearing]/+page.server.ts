import { fail, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { keptFields, readActForm } from '#lib/arena/domain/act-form.ts';
import { keepListener, listenerOf } from '#lib/arena/server/listener-cookie.server.ts';
import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { refusalWords } from '#lib/arena/server/refusal-words.server.ts';
import { actInHearing } from '#lib/arena/server/use-cases/act-in-hearing.server.ts';
import { castVote, readAudience } from '#lib/arena/server/use-cases/audience.server.ts';
import { readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { readRoomFile } from '#lib/arena/server/use-cases/read-room-file.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { readText, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { params, url, locals } = event;
	const token = linkOf(event);
	return guard(url, async () => {
		const page = orNotFound(await readHearing(locals.ctx, params.hearing, token));
		const carried = { link: token, device: listenerOf(event) };
		const audience = page.viewer === 'public' ? await readAudience(locals.ctx, params.hearing, carried) : null;
		return {
			page,
			file: await readRoomFile(locals.ctx, params.hearing, token),
			pageKey: randomUUID(),
			mayOrganise: mayRun(locals.ctx.actor, 'arena.organise'),
			ownVote: audience?.ok ? audience.value.own : null
		};
	});
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
			fault: refusalWords(acted.refusal),
			values: withoutSecrets(Object.fromEntries(keptFields(form)))
		};
		return fail(400, { refused });
	},
	/** A listener's vote. */
	vote: async (event) => {
		const { request, params, url, locals } = event;
		const { ctx } = locals;
		const device = ctx.actor ? null : keepListener(event, params.hearing, ctx.now);
		if (!ctx.actor && device === null) return fail(429, { voteFault: '从这个网络投票的人太多，请过十分钟再试。' });
		const side = readText(await request.formData(), 'side');
		const cast = await guard(url, () => castVote(ctx, params.hearing, side, { link: linkOf(event), device }));
		return cast.ok ? redirect(303, url.pathname) : fail(400, { voteFault: cast.refusal.message });
	}
};
