import { submitDraft } from '#lib/drafting/server/use-cases/submit-draft.server.ts';
import { answerJson } from '#lib/platform/answer-json.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ params, locals: { ctx } }) => answerJson(() => submitDraft(ctx, params.id));
