import { fail, redirect } from '@sveltejs/kit';
import { readSkills } from '#lib/drills/server/use-cases/read-home.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { endOtherSessions, endOwnSession, readMe } from '#lib/identity/server/use-cases/own-account.server.ts';
import { signOut } from '#lib/identity/server/use-cases/sign-out.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { dropSession } from '#lib/platform/session-cookie.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx, sessionToken } }) =>
	guard(url, async () => {
		const [me, skills] = await Promise.all([
			readMe(ctx, sessionToken),
			mayRun(ctx.actor, 'drills.readOwnRecord') ? readSkills(ctx) : []
		]);
		return { ...me, skills, notice: url.searchParams.has('password') ? '密码已修改，其他设备上的登录已结束。' : null };
	});

export const actions: Actions = {
	endSession: async ({ request, url, locals: { ctx } }) => {
		const id = readText(await request.formData(), 'id');
		const ended = await guard(url, () => endOwnSession(ctx, id));
		if (!ended.ok) return fail(400, { fault: ended.refusal.message });
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
