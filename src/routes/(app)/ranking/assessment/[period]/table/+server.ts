import { csvResponse } from '#lib/platform/csv-file.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readAssessment } from '#lib/ranking/server/use-cases/assessment-read.server.ts';
import { formatPoints } from '#lib/ranking/ui/figures.ts';
import type { RequestHandler } from './$types';

const said = (value: number | null) => (value === null ? '' : formatPoints(value));

/** The table of the page as CSV. */
export const GET: RequestHandler = async ({ params, url, locals: { ctx } }) => {
	const page = orNotFound(await guard(url, () => readAssessment(ctx, params.period)));
	const year = page.isYear ? ['年度得分'] : [];
	const head = ['单位', ...year, '总分', ...page.dimensions.map(({ name }) => name), '数据', '未报未确认', '否决'];
	const rows = page.rows.map((row) => [
		...[row.name, ...(page.isYear ? [said(row.year?.value ?? null)] : []), said(row.total)],
		...row.dimensions.map(({ value }) => said(value)),
		...[row.standingLabel, String(row.open), row.vetoes.join('；')]
	]);
	return csvResponse(`assessment-${page.period}`, [head, ...rows]);
};
