import { SEVERITIES } from '#lib/drafting/domain/rule.ts';
import { readWeakFilter } from '#lib/drafting/figures-forms.ts';
import { readWeakRules } from '#lib/drafting/server/use-cases/drafting-figures.server.ts';
import { csvResponse } from '#lib/platform/csv-file.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

/** The table of the page as CSV, filtered as the page is. */
export const GET: RequestHandler = async ({ url, locals: { ctx } }) => {
	const { rules } = await guard(url, () => readWeakRules(ctx, readWeakFilter(url.searchParams)));
	const rows = rules.map(({ documentTitle, rule, requirement, severity, violated, applicable, share, basis }) => [
		...[documentTitle, rule, requirement, SEVERITIES[severity], String(violated), String(applicable)],
		...[share.toFixed(3), basis]
	]);
	return csvResponse('weak-rules', [['文书', '规则', '要求', '轻重', '违反', '适用', '比例', '依据'], ...rows]);
};
