import { readAgreement } from '#lib/drafting/server/use-cases/drafting-figures.server.ts';
import { csvResponse } from '#lib/platform/csv-file.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

const figure = (value: number | undefined) => value?.toFixed(3) ?? '';

/** The table of the page as CSV. */
export const GET: RequestHandler = async ({ url, locals: { ctx } }) => {
	const guides = await guard(url, () => readAgreement(ctx));
	const rows = guides.flatMap(({ title, n, agreement, criteria }) =>
		[{ title: '全部', n, agreement }, ...criteria].map((one) => [
			...[title, one.title, String(one.n), figure(one.agreement?.kappa)],
			...[figure(one.agreement?.interval?.low), figure(one.agreement?.interval?.high)]
		])
	);
	return csvResponse('marker-agreement', [['评分细则', '评分项', '双评份数', 'κ', '区间下限', '区间上限'], ...rows]);
};
