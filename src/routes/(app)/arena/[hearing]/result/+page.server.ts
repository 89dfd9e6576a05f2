import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { readResult } from '#lib/arena/server/use-cases/decide-result.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { params, url, locals } = event;
	return guard(url, async () => {
		const page = orNotFound(await readHearing(locals.ctx, params.hearing, linkOf(event)));
		const result = orNotFound(await readResult(locals.ctx, params.hearing, linkOf(event)));
		const { course, court } = page.hearing;
		const open = { judgment: court.judgment, penalties: court.penalties, lines: court.lines, seats: course.seats };
		return {
			id: page.id,
			title: page.title,
			procedure: page.frame.procedure,
			published: course.published,
			result,
			...open
		};
	});
};
