import { error } from '@sveltejs/kit';
import { publicHeaders } from '#lib/platform/public-headers.server.ts';
import { readStar } from '#lib/ranking/server/use-cases/public-awards.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders, locals: { ctx } }) => {
	const { people, changedAt } = await readStar(ctx, params.id);
	if (people.length === 0) error(404, '没有这一期公示或者发布。');
	setHeaders(publicHeaders(changedAt));
	return { people };
};
