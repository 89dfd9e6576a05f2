import { copyAsJson } from '#lib/own/domain/own-copy.ts';
import { readOwnData } from '#lib/own/server/use-cases/read-own-data.server.ts';
import { download } from '#lib/platform/download.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

/** Everything the platform knows of whoever asks, as one file. */
export const GET: RequestHandler = async ({ url, locals: { ctx } }) => {
	const copy = await guard(url, () => readOwnData(ctx));
	const name = `${copy.name}的数据 ${copy.at.slice(0, 10)}.json`;
	return download(name, copyAsJson(copy), 'application/json; charset=utf-8');
};
