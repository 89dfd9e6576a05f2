import { answerJson } from '#lib/platform/answer-json.server.ts';
import { refuse } from '#lib/shared/result.ts';
import { readWord } from '#lib/studio/editor-forms.ts';
import { confirmWarnings } from '#lib/studio/server/use-cases/confirm-warnings.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ request, params, locals: { ctx } }) =>
	answerJson(async () => {
		const word = await readWord(request);
		return word ? confirmWarnings(ctx, params.id, word) : refuse('unreadable', '没有收到能识别的内容。');
	});
