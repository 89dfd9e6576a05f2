import { readWeakFilter } from '#lib/drafting/figures-forms.ts';
import { readWeakRules } from '#lib/drafting/server/use-cases/drafting-figures.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, () => readWeakRules(ctx, readWeakFilter(url.searchParams)));
