import { readChanges } from '#lib/drafting/draft-forms.ts';
import { saveDraft } from '#lib/drafting/server/use-cases/save-draft.server.ts';
import { answerJson } from '#lib/platform/answer-json.server.ts';
import { refuse } from '#lib/shared/result.ts';
import type { RequestHandler } from './$types';

/** What was typed since the last time, as compare and set by field. */
export const POST: RequestHandler = async ({ request, params, locals: { ctx } }) => {
	const changes = await readChanges(request);
	return answerJson(() =>
		changes ? saveDraft(ctx, params.id, changes) : Promise.resolve(refuse('unreadable', '没有收到能识别的内容。'))
	);
};
