import { answerJson } from '#lib/platform/answer-json.server.ts';
import { refuse } from '#lib/shared/result.ts';
import { readChanges } from '#lib/studio/forms.ts';
import { saveManuscript } from '#lib/studio/server/use-cases/save-manuscript.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ request, params, locals: { ctx } }) =>
	answerJson(async () => {
		const changes = await readChanges(request);
		return changes ? saveManuscript(ctx, params.id, changes) : refuse('unreadable', '没有可以保存的内容。');
	});
