import { readCaseFilter } from '#lib/cases/domain/case-filter.ts';
import { answerCheckpoint, decideInCase } from '#lib/cases/server/use-cases/answer-gate.server.ts';
import * as listCases from '#lib/cases/server/use-cases/list-cases.server.ts';
import * as paperCase from '#lib/cases/server/use-cases/paper-case.server.ts';
import { readCase } from '#lib/cases/server/use-cases/read-case.server.ts';
import { keepPlace } from '#lib/cases/server/use-cases/keep-place.server.ts';
import { practiseLinked } from '#lib/cases/server/use-cases/practise-linked.server.ts';
import { readTaskTitles } from '#lib/drafting/server/use-cases/list-tasks.server.ts';
import { startLinked } from '#lib/drills/server/use-cases/start-sets.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

import { makeCase, makeDecideCase } from './bank.ts';

export const caseHouse = [makeCase('one'), makeDecideCase('z-decided', 'no-practice', ['item-001'])];

/** What everybody with an account may do with cases, for the table of permissions, in `caseHouse`. */
export const caseRows: Record<string, (ctx: Ctx) => unknown> = {
	readCases: (ctx) =>
		listCases.readCases(
			ctx,
			readCaseFilter(() => '')
		),
	readCaseTitles: (ctx) => listCases.readCaseTitles(ctx, ['one']),
	findCases: (ctx) => listCases.findCases(ctx, '案例', 5),
	readCase: (ctx) => readCase(ctx, 'one'),
	answerCheckpoint: (ctx) => answerCheckpoint(ctx, 'one', 'first', ['a']),
	decideInCase: (ctx) => decideInCase(ctx, 'z-decided', { 'result.0': 'none' }),
	readCaseForPrint: (ctx) => paperCase.readCaseForPrint(ctx, 'one'),
	makeHandbook: (ctx) => paperCase.makeHandbook(ctx, ['one']),
	readTaskTitles: (ctx) => readTaskTitles(ctx, ['one'])
};

export const caseReaderRows = { keepPlace: (ctx: Ctx) => keepPlace(ctx, 'one', 1, 2) };

export const caseOfficerRows = {
	startLinked: (ctx: Ctx) => startLinked(ctx, ['item-001']),
	practiseLinked: (ctx: Ctx) => practiseLinked(ctx, 'z-decided')
};
