import { error } from '@sveltejs/kit';
import { isPublicImage } from '#lib/cases/server/use-cases/read-public-cases.server.ts';
import { publicHeaders } from '#lib/platform/public-headers.server.ts';
import { readPublicImage } from '#lib/studio/server/use-cases/images.server.ts';
import type { RequestHandler } from './$types';

/** A picture of a public text, while the text is shown; never kept longer than the text. */
export const GET: RequestHandler = async ({ params, locals: { ctx } }) => {
	const image = (await isPublicImage(ctx, params.digest)) ? await readPublicImage(ctx, params.digest) : null;
	if (!image) error(404, '没有这张图片。');
	return new Response(image.bytes, {
		headers: {
			...publicHeaders(null),
			...{ 'content-type': image.mime, 'content-security-policy': "default-src 'none'; sandbox" }
		}
	});
};
