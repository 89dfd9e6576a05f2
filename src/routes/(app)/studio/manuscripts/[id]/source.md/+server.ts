import { download } from '#lib/platform/download.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { exportSource } from '#lib/studio/server/use-cases/export-source.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, params, locals: { ctx } }) => {
	const { name, text } = orNotFound(await guard(url, () => exportSource(ctx, params.id)));
	return download(`${name}.${text.startsWith('---') ? 'md' : 'yaml'}`, text, 'text/markdown; charset=utf-8');
};
