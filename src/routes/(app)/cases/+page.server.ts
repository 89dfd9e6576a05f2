import { readCaseFilter } from '#lib/cases/domain/case-filter.ts';
import { readCases } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, () =>
		readCases(
			ctx,
			readCaseFilter((name) => url.searchParams.get(name) ?? '')
		)
	);
