import { writePaper } from '#lib/drafting/server/use-cases/paper.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = async ({ url, params, locals: { ctx } }) => {
	const { name, bytes } = orNotFound(await guard(url, () => writePaper(ctx, params.id)));
	const disposition = `attachment; filename="document.docx"; filename*=UTF-8''${encodeURIComponent(name)}`;
	return new Response(bytes, { headers: { 'content-type': WORD, 'content-disposition': disposition } });
};
