import type { Ctx } from '#lib/platform/ctx.server.ts';
import { decideFigures } from '#lib/ranking/server/use-cases/assessment-check.server.ts';
import { readCheck, readReport } from '#lib/ranking/server/use-cases/assessment-desk.server.ts';
import { readAssessment, readScorecard } from '#lib/ranking/server/use-cases/assessment-read.server.ts';
import { reportFigures } from '#lib/ranking/server/use-cases/assessment-report.server.ts';

const NO_UNIT = { period: '2026-10', unitId: '01980000-0000-7000-8000-000000000000' };

/** The assessment as rows of the permission table; of an unknown unit nobody may anything (who may what: assessment.test.ts). */
export const assessmentRows: Record<string, (ctx: Ctx) => unknown> = {
	readAssessment: (ctx) => readAssessment(ctx, '2026-10'),
	readScorecard: (ctx) => readScorecard(ctx, NO_UNIT),
	readReport: (ctx) => readReport(ctx, NO_UNIT),
	reportFigures: (ctx) => reportFigures(ctx, NO_UNIT, []),
	readCheck: (ctx) => readCheck(ctx, NO_UNIT),
	decideFigures: (ctx) => decideFigures(ctx, NO_UNIT, [])
};
