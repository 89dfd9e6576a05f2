import { CORE_STATES, NEWCOMER_STATES } from '#lib/drafting/domain/figures/newcomer-progress.ts';
import { readNewcomers } from '#lib/drafting/server/use-cases/drafting-figures.server.ts';
import { csvResponse } from '#lib/platform/csv-file.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

/** The table of the page as CSV. */
export const GET: RequestHandler = async ({ url, locals: { ctx } }) => {
	const { newcomers, titles } = await guard(url, () => readNewcomers(ctx));
	const rows = newcomers.map(({ name, unitName, joinedOn, due, documents, state }) => [
		...[name, unitName, joinedOn, due, ...documents.map((one) => CORE_STATES[one.state]), NEWCOMER_STATES[state]]
	]);
	const head = ['姓名', '单位', '入职', '期限', ...titles.map(({ title }) => title), '进度'];
	return csvResponse('newcomers', [head, ...rows]);
};
