import { compareVersions } from '#lib/law/server/use-cases/compare-versions.server.ts';
import { orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url: { searchParams }, locals: { ctx } }) => {
	const page = Number(searchParams.get('page') ?? 1);
	const wanted = { from: searchParams.get('from'), to: searchParams.get('to') };
	return orNotFound(await compareVersions(ctx, params.law, { ...wanted, page: Number.isInteger(page) ? page : 1 }));
};
