import { answerJson } from '#lib/platform/answer-json.server.ts';
import { refuse } from '#lib/shared/result.ts';
import { readHeld } from '#lib/studio/editor-forms.ts';
import { checkManuscript } from '#lib/studio/server/use-cases/check-manuscript.server.ts';
import type { RequestHandler } from './$types';

/** Everything that is to be said about the text in the request, saved or not, and how it will look. */
export const POST: RequestHandler = ({ request, params, locals: { ctx } }) =>
	answerJson(async () => {
		const fields = await readHeld(request);
		return fields === undefined
			? refuse('unreadable', '没有收到能识别的内容。')
			: checkManuscript(ctx, params.id, fields ?? undefined);
	});
