import { importDocx } from '#lib/drafting/server/use-cases/import-docx.server.ts';
import { answerJson } from '#lib/platform/answer-json.server.ts';
import { refuse } from '#lib/shared/result.ts';
import type { RequestHandler } from './$types';

/** What a Word file offers for the long texts of a draft; nothing is saved. */
export const POST: RequestHandler = ({ params, request, locals: { ctx } }) =>
	answerJson(async () => {
		const file = (await request.formData()).get('file');
		if (!(file instanceof File) || file.size === 0) return refuse('no-file', '没有选择文件。');
		return importDocx(ctx, params.id, new Uint8Array(await file.arrayBuffer()));
	});
