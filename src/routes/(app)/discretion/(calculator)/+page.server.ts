import { readCalculator } from '#lib/discretion/server/use-cases/read-calculator.server.ts';
import type { PageServerLoad } from './$types';

/** For whoever opens the page; it does not follow the address, because what changes there is fetched by `+page.ts`. */
export const load: PageServerLoad = async ({ url, untrack, locals: { ctx } }) => {
	const { search, searchParams } = untrack(() => ({ search: url.search, searchParams: url.searchParams }));
	return { search, answer: await readCalculator(ctx, searchParams) };
};
