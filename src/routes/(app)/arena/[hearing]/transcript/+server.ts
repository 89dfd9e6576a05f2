import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { writeTranscript } from '#lib/arena/server/use-cases/write-transcript.server.ts';
import { download } from '#lib/platform/download.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const written = await guard(url, () => writeTranscript(locals.ctx, params.hearing, linkOf(event)));
	const { name, bytes } = orNotFound(written);
	return download(name, bytes, WORD);
};
