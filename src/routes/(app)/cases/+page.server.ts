import { readCases } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) => {
	const text = (name: string) => url.searchParams.get(name) ?? '';
	return guard(url, () =>
		readCases(ctx, {
			polarity: text('polarity'),
			area: text('area'),
			industry: text('industry'),
			query: text('query')
		})
	);
};
