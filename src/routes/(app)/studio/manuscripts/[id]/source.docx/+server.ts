import { download } from '#lib/platform/download.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { exportWord } from '#lib/studio/server/use-cases/export-files.server.ts';
import type { RequestHandler } from './$types';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = async ({ url, params, locals: { ctx } }) => {
	const { name, bytes } = orNotFound(await guard(url, () => exportWord(ctx, params.id)));
	return download(name, bytes, WORD);
};
