import { error } from '@sveltejs/kit';
import { readPublicCase } from '#lib/cases/server/use-cases/read-public-cases.server.ts';
import { publicHeaders } from '#lib/platform/public-headers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders, locals: { ctx } }) => {
	const read = await readPublicCase(ctx, params.slug);
	if (!read.ok) error(read.refusal.code === 'withdrawn' ? 410 : 404, read.refusal.message);
	const { changedAt, ...study } = read.value;
	setHeaders(publicHeaders(changedAt));
	return { study };
};
