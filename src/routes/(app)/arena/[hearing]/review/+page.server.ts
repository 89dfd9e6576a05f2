import { fail, redirect } from '@sveltejs/kit';
import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { practiseReview, readReview } from '#lib/arena/server/use-cases/review-hearing.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { params, url, locals } = event;
	const { ctx } = locals;
	const link = linkOf(event);
	return guard(url, async () => {
		const page = orNotFound(await readHearing(ctx, params.hearing, link));
		const asked = { hearingId: params.hearing, link, seatId: url.searchParams.get('seat') };
		const review = orNotFound(await readReview(ctx, asked));
		return {
			...{ id: page.id, title: page.title, procedure: page.frame.procedure, exhibits: page.frame.file.exhibits },
			...{ seats: page.hearing.course.seats, ...review, mayPractise: mayRun(ctx.actor, 'arena.rehearse') }
		};
	});
};

export const actions: Actions = {
	practise: async ({ params, url, locals: { ctx } }) => {
		const started = await guard(url, () => practiseReview(ctx, params.hearing));
		if (!started.ok) return fail(400, { fault: started.refusal.message });
		redirect(303, `/drills/sets/${started.value}`);
	}
};
