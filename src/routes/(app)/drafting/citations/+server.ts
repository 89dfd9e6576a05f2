import { offerCitations } from '#lib/law/server/use-cases/offer-citations.server.ts';
import { answerJson } from '#lib/platform/answer-json.server.ts';
import type { RequestHandler } from './$types';

/** What may stand behind the cursor: `?before=` the text up to it. */
export const GET: RequestHandler = ({ url, locals: { ctx } }) =>
	answerJson(() => offerCitations(ctx, url.searchParams.get('before') ?? ''));
