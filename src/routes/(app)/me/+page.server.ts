import { fail, redirect } from '@sveltejs/kit';
import { readNextCase } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { readInHand } from '#lib/drafting/server/use-cases/in-hand.server.ts';
import { readDrillHome } from '#lib/drills/server/use-cases/read-home.server.ts';
import { readSkills } from '#lib/drills/server/use-cases/read-skills.server.ts';
import { startArticle } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { endOtherSessions, endOwnSession, readMe } from '#lib/identity/server/use-cases/own-account.server.ts';
import { signOut } from '#lib/identity/server/use-cases/sign-out.server.ts';
import { type Ctx, gatherReads } from '#lib/platform/ctx.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { dropSession } from '#lib/platform/session-cookie.server.ts';
import { readOwnStanding } from '#lib/ranking/server/use-cases/read-board.server.ts';
import { readOwnChances, readOwnMonths } from '#lib/ranking/server/use-cases/own-record.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx, sessionToken } }) =>
	guard(url, async () => {
		const isOfficer = mayRun(ctx.actor, 'drills.readOwnRecord');
		const [me, record] = await Promise.all([
			readMe(ctx, sessionToken),
			isOfficer ? readRecord(gatherReads(ctx)) : null
		]);
		return { ...me, record, notice: url.searchParams.has('password') ? '密码已修改，其他设备上的登录已结束。' : null };
	});

/** What the rooms know of the officer's own work; nobody else is shown it. */
async function readRecord(ctx: Ctx) {
	const [drills, skills, standing, months, chances, inHand, nextCase] = await Promise.all([
		...([readDrillHome(ctx), readSkills(ctx), readOwnStanding(ctx), readOwnMonths(ctx)] as const),
		...([readOwnChances(ctx), readInHand(ctx), readNextCase(ctx)] as const)
	]);
	const reading = nextCase && { id: nextCase.id, title: nextCase.title, answered: nextCase.progress?.answered ?? 0 };
	const { daily, due, mistakes } = drills;
	return { daily, due, mistakes, skills, standing, months, chances, inHand, reading };
}

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
