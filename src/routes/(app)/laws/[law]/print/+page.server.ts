import { outlineOf, pathsOf } from '#lib/law/domain/outline.ts';
import { headingsIn } from '#lib/law/domain/reading-outline.ts';
import { readWholeLaw } from '#lib/law/server/use-cases/read-law.server.ts';
import { orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { ctx } }) => {
	const { headings, units, ...page } = orNotFound(await readWholeLaw(ctx, params.law, url.searchParams.get('version')));
	const depth = Math.max(0, ...pathsOf(headings, units).map((path) => path.length));
	return { ...page, units, depth, headings: headingsIn(outlineOf(headings, units), 0, units.length) };
};
