import { readCaseFilter } from '#lib/cases/domain/case-filter.ts';
import { answerCheckpoint, decideInCase } from '#lib/cases/server/use-cases/answer-gate.server.ts';
import * as listCases from '#lib/cases/server/use-cases/list-cases.server.ts';
import * as paperCase from '#lib/cases/server/use-cases/paper-case.server.ts';
import { readCase } from '#lib/cases/server/use-cases/read-case.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

/** What everybody with an account may do with cases, for the table of permissions: the house has `one` and `z-decided`. */
export const caseRows: Record<string, (ctx: Ctx) => unknown> = {
	readCases: (ctx) =>
		listCases.readCases(
			ctx,
			readCaseFilter(() => '')
		),
	findCases: (ctx) => listCases.findCases(ctx, '案例', 5),
	readCase: (ctx) => readCase(ctx, 'one'),
	answerCheckpoint: (ctx) => answerCheckpoint(ctx, 'one', 'first', ['a']),
	decideInCase: (ctx) => decideInCase(ctx, 'z-decided', { 'result.0': 'none' }),
	readCaseForPrint: (ctx) => paperCase.readCaseForPrint(ctx, 'one'),
	makeHandbook: (ctx) => paperCase.makeHandbook(ctx, ['one'])
};
