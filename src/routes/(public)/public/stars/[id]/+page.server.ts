import { error } from '@sveltejs/kit';
import { publicHeaders } from '#lib/platform/public-headers.server.ts';
import { readStar } from '#lib/ranking/server/use-cases/public-awards.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders, locals: { ctx } }) => {
	const read = await readStar(ctx, params.id);
	if (!read.ok) error(404, read.refusal.message);
	setHeaders(publicHeaders(read.value.changedAt));
	return { people: read.value.people };
};
