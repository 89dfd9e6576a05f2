import { csvResponse } from '#lib/platform/csv-file.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readScorecard } from '#lib/ranking/server/use-cases/assessment-read.server.ts';
import { formatPoints } from '#lib/ranking/ui/figures.ts';
import type { RequestHandler } from './$types';

const HEAD = [
	'维度',
	'权重',
	'指标',
	'比例',
	'实计比例',
	'得分',
	'怎么得出',
	'来源',
	'依据',
	'文号',
	'日期',
	'填报',
	'核对'
];
const said = (value: number | null) => (value === null ? '' : formatPoints(value));

/** Every figure of a scorecard with what it rests on, as CSV. */
export const GET: RequestHandler = async ({ params: { period, unit }, url, locals: { ctx } }) => {
	const { card } = orNotFound(await guard(url, () => readScorecard(ctx, { period, unitId: unit })));
	const rows = card.dimensions.flatMap((dimension) =>
		dimension.indicators.map(({ name, share, counted, value, reason, source, counts }) => [
			...[dimension.name, `${dimension.weight}%`, name, `${share}%`, `${counted}%`, said(value), reason, source],
			...[counts?.account ?? '', counts?.document ?? '', counts?.documentOn ?? ''],
			...[counts ? `${counts.by} ${counts.at}` : '', counts?.reviewer ? `${counts.reviewer} ${counts.reviewedAt}` : '']
		])
	);
	const total = ['总分', '100%', '', '', '', said(card.total), card.reason, card.standingLabel, '', '', '', '', ''];
	return csvResponse(`scorecard-${period}`, [HEAD, ...rows, total]);
};
