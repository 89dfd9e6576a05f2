import { readChangeCount } from '#lib/cases/server/use-cases/commentary-run.server.ts';
import { answerJson } from '#lib/platform/answer-json.server.ts';
import type { RequestHandler } from './$types';

/** How often the meeting has changed: one row read, mostly answered with 304 and no body. */
export const GET: RequestHandler = async ({ params, request, locals: { ctx } }) => {
	let tag = '';
	const answer = await answerJson(async () => {
		const result = await readChangeCount(ctx, params.id);
		if (result.ok) tag = `"${result.value.changes}"`;
		return result;
	});
	if (tag === '') return answer;
	const headers = { etag: tag, 'cache-control': 'private, no-cache' };
	if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers });
	for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
	return answer;
};
