import { fail, redirect } from '@sveltejs/kit';
import { partyOf } from '#lib/arena/domain/hearing/role.ts';
import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { listenerOf } from '#lib/arena/server/listener-cookie.server.ts';
import { readAudience } from '#lib/arena/server/use-cases/audience.server.ts';
import { readShadows } from '#lib/arena/server/use-cases/compare-shadows.server.ts';
import { readResult } from '#lib/arena/server/use-cases/decide-result.server.ts';
import { draftCaseStudy } from '#lib/arena/server/use-cases/draft-case-study.server.ts';
import { readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { params, url, locals } = event;
	const { ctx } = locals;
	const link = linkOf(event);
	return guard(url, async () => {
		const page = orNotFound(await readHearing(ctx, params.hearing, link));
		const result = orNotFound(await readResult(ctx, params.hearing, link));
		const { tally } = orNotFound(await readAudience(ctx, params.hearing, { link, device: listenerOf(event) }));
		const { course, court } = page.hearing;
		const { judgment, penalties, lines } = court;
		return {
			...{ id: page.id, title: page.title, procedure: page.frame.procedure, published: course.published },
			...{ result, tally, judgment, penalties, lines, seats: course.seats },
			shadows: orNotFound(await readShadows(ctx, params.hearing, link)),
			hasReview: partyOf(page.seat) !== null || mayRun(ctx.actor, 'arena.organise'),
			draftId: mayRun(ctx.actor, 'arena.draftCaseStudy') ? newId(ctx.now) : null
		};
	});
};

export const actions: Actions = {
	/** One click: what the hearing gave becomes the manuscript of a case study. */
	draft: async ({ request, params, url, locals: { ctx } }) => {
		const draftId = readText(await request.formData(), 'draft');
		const begun = await guard(url, () => draftCaseStudy(ctx, params.hearing, draftId));
		if (!begun.ok) return fail(409, { fault: begun.refusal.message });
		redirect(303, `/studio/manuscripts/${begun.value.id}`);
	}
};
