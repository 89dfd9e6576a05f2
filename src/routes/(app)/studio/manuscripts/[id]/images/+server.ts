import { answerJson } from '#lib/platform/answer-json.server.ts';
import { refuse } from '#lib/shared/result.ts';
import { uploadImage } from '#lib/studio/server/use-cases/images.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ request, locals: { ctx } }) =>
	answerJson(async () => {
		const form = await request.formData();
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0) return refuse('no-file', '没有选择图片。');
		const alt = form.get('alt');
		const bytes = new Uint8Array(await file.arrayBuffer());
		return uploadImage(ctx, { bytes, alt: typeof alt === 'string' ? alt : '' });
	});
