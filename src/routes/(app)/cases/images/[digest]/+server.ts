import { error } from '@sveltejs/kit';
import { guard } from '#lib/platform/guard.server.ts';
import { readCaseImage } from '#lib/studio/server/use-cases/images.server.ts';
import type { RequestHandler } from './$types';

/** Named by its bytes, it never changes; who may see it does, so only the reader's own browser keeps it. */
export const GET: RequestHandler = async ({ url, params, request, locals: { ctx } }) => {
	const image = await guard(url, () => readCaseImage(ctx, params.digest));
	if (!image) error(404, '没有这张图片。');
	const etag = `"${params.digest}"`;
	const headers = { etag, 'cache-control': 'private, max-age=86400, immutable' };
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return new Response(image.bytes, {
		headers: { ...headers, 'content-type': image.mime, 'content-security-policy': "default-src 'none'; sandbox" }
	});
};
