import { readImport } from '#lib/law/server/use-cases/uploads.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, params, depends, locals: { ctx } }) => {
	depends('law:import');
	return guard(url, async () => ({ run: orNotFound(await readImport(ctx, params.id)) }));
};
