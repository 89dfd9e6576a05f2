import { download } from '#lib/platform/download.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { exportArchive } from '#lib/studio/server/use-cases/export-files.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, params, locals: { ctx } }) => {
	const { name, bytes } = orNotFound(await guard(url, () => exportArchive(ctx, [params.id])));
	return download(name, bytes, 'application/zip');
};
