import { writeMinutes } from '#lib/cases/server/use-cases/commentary-minutes.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = async ({ url, params, locals: { ctx } }) => {
	const { name, bytes } = orNotFound(await guard(url, () => writeMinutes(ctx, params.id)));
	const disposition = `attachment; filename="minutes.docx"; filename*=UTF-8''${encodeURIComponent(name)}`;
	return new Response(bytes, { headers: { 'content-type': WORD, 'content-disposition': disposition } });
};
