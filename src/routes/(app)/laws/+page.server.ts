import { mayRun } from '#lib/identity/domain/permissions.ts';
import { readLaws } from '#lib/law/server/use-cases/read-laws.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { ctx } }) => {
	const query = url.searchParams.get('query') ?? '';
	const [readsChanges, mayImport] = [mayRun(ctx.actor, 'law.readChanges'), mayRun(ctx.actor, 'law.importTexts')];
	return { laws: await readLaws(ctx, query), query, readsChanges, mayImport };
};
