import { error } from '@sveltejs/kit';
import { makeHandbook } from '#lib/cases/server/use-cases/paper-case.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

/** The handbook of the cases named in the address: `?ids=a&ids=b` of the list's boxes, or `?ids=a,b`. */
export const GET: RequestHandler = async ({ url, locals: { ctx } }) => {
	const ids = url.searchParams.getAll('ids').flatMap((text) => text.split(',').filter(Boolean));
	const made = await guard(url, () => makeHandbook(ctx, ids));
	if (!made.ok) error(400, made.refusal.message);
	return new Response(made.value.bytes, {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(made.value.name)}`
		}
	});
};
