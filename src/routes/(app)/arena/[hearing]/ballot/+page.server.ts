import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { isJudge } from '#lib/arena/domain/hearing/role.ts';
import { readHearing } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { readOwnSheets } from '#lib/arena/server/use-cases/keep-sheet.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { params, url, locals } = event;
	return guard(url, async () => {
		const page = orNotFound(await readHearing(locals.ctx, params.hearing, linkOf(event)));
		if (!page.seat || !isJudge(page.seat.role)) error(404, '没有这个页面，或者没有权限查看。');
		const sheets = orNotFound(await readOwnSheets(locals.ctx, params.hearing, linkOf(event)));
		return {
			id: page.id,
			title: page.title,
			seat: page.seat,
			hearing: page.hearing,
			procedure: page.frame.procedure,
			sheets
		};
	});
};
