import { fail, redirect } from '@sveltejs/kit';
import { startArticle } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { readOwnFactor } from '#lib/identity/server/use-cases/own-factor.server.ts';
import { endOtherSessions, endOwnSession, readMe } from '#lib/identity/server/use-cases/own-account.server.ts';
import { signOut } from '#lib/identity/server/use-cases/sign-out.server.ts';
import { countOpenCorrections } from '#lib/own/server/use-cases/corrections.server.ts';
import { gatherReads } from '#lib/platform/ctx.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { dropSession } from '#lib/platform/session-cookie.server.ts';
import { readRecord } from './record.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx, sessionToken } }) =>
	guard(url, async () => {
		const isOfficer = mayRun(ctx.actor, 'drills.readOwnRecord');
		const [me, { isUsedHere, since, codesLeft }, record, corrections] = await Promise.all([
			readMe(ctx, sessionToken),
			readOwnFactor(ctx),
			isOfficer ? readRecord(gatherReads(ctx)) : null,
			mayRun(ctx.actor, 'own.readCorrections') ? countOpenCorrections(ctx) : null
		]);
		return {
			...me,
			factor: { isUsedHere, since, codesLeft },
			record,
			corrections,
			notice: url.searchParams.has('password') ? '密码已修改，其他设备上的登录已结束。' : null
		};
	});

export const actions: Actions = {
	practise: async ({ request, url, locals: { ctx } }) => {
		const [law = '', article = ''] = readText(await request.formData(), 'article').split('/');
		const started = await guard(url, () => startArticle(ctx, law, article));
		if (!started.ok) return fail(400, { fault: started.refusal.message, about: `${law}/${article}` });
		redirect(303, `/drills/sets/${started.value}`);
	},
	endSession: async ({ request, url, locals: { ctx } }) => {
		const id = readText(await request.formData(), 'id');
		const ended = await guard(url, () => endOwnSession(ctx, id));
		if (!ended.ok) return fail(400, { fault: ended.refusal.message, about: 'session' });
		redirect(303, '/me');
	},
	endOthers: async ({ url, locals: { ctx, sessionToken } }) => {
		await guard(url, () => endOtherSessions(ctx, sessionToken ?? ''));
		redirect(303, '/me');
	},
	signOut: async (event) => {
		await signOut(event.locals.ctx, event.locals.sessionToken);
		dropSession(event);
		redirect(303, '/');
	}
};
