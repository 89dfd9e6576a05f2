import { writeWord } from '#lib/drafting/server/use-cases/write-word.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readAwardDocument } from '#lib/ranking/server/use-cases/award-read.server.ts';
import type { RequestHandler } from './$types';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = async ({ url, params, locals: { ctx } }) => {
	const { name, sheet } = orNotFound(await guard(url, () => readAwardDocument(ctx, params.id, params.kind)));
	const disposition = `attachment; filename="document.docx"; filename*=UTF-8''${encodeURIComponent(`${name}.docx`)}`;
	return new Response(await writeWord(sheet), {
		headers: { 'content-type': WORD, 'content-disposition': disposition }
	});
};
