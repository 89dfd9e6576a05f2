import { publicHeaders } from '#lib/platform/public-headers.server.ts';
import { checkCode } from '#lib/ranking/server/use-cases/public-awards.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders, locals: { ctx } }) => {
	const answer = await checkCode(ctx, params.code);
	// Wrong codes are without number: nobody keeps them.
	setHeaders(answer.verdict === 'wrong' ? { 'cache-control': 'no-store' } : publicHeaders(null));
	return { answer };
};
