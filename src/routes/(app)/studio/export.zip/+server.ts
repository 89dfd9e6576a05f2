import { download } from '#lib/platform/download.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { exportArchive } from '#lib/studio/server/use-cases/export-files.server.ts';
import type { RequestHandler } from './$types';

/** A selection of manuscripts: `?id=…&id=…`. */
export const GET: RequestHandler = async ({ url, locals: { ctx } }) => {
	const { name, bytes } = orNotFound(await guard(url, () => exportArchive(ctx, url.searchParams.getAll('id'))));
	return download(name, bytes, 'application/zip');
};
