import { readPublicCases } from '#lib/cases/server/use-cases/read-public-cases.server.ts';
import { publicHeaders } from '#lib/platform/public-headers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ setHeaders, locals: { ctx } }) => {
	const { cases, changedAt } = await readPublicCases(ctx);
	setHeaders(publicHeaders(changedAt));
	return { cases: cases.map(({ changedAt: _, ...card }) => card) };
};
