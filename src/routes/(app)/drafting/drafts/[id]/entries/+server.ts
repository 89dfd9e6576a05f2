import { readEntriesNow } from '#lib/drafting/server/use-cases/own-drafts.server.ts';
import { answerJson } from '#lib/platform/answer-json.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { ctx } }) => answerJson(() => readEntriesNow(ctx, params.id));
