import { readConsistency } from '#lib/discretion/server/use-cases/consistency-read.server.ts';
import { loadPracticeCases } from '#lib/discretion/server/use-cases/load-practice-cases.server.ts';
import { answerStep } from '#lib/discretion/server/use-cases/practice-answer.server.ts';
import { readPracticeCases } from '#lib/discretion/server/use-cases/practice-list.server.ts';
import { readAttempt } from '#lib/discretion/server/use-cases/practice-read.server.ts';
import { startCase, startGenerated, startReference } from '#lib/discretion/server/use-cases/practice-start.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { valueOf } from './people.ts';
import { uncitedCases } from './practice.ts';

const WELDER = 'welder-without-certificate';

/** The use-cases of practice for officers, as rows of the permission table; `attempt` is somebody's. */
export const practiceRows = (attempt: () => string): Record<string, (ctx: Ctx) => unknown> => ({
	readPracticeCases: (ctx) => readPracticeCases(ctx, { level: '', trap: '', done: '' }),
	startCase: (ctx) => startCase(ctx, WELDER),
	startReference: (ctx) => startReference(ctx, 'tank-area-before-acceptance'),
	startGenerated: (ctx) => startGenerated(ctx, 1),
	readAttempt: (ctx) => readAttempt(ctx, attempt(), null),
	answerStep: (ctx) => answerStep(ctx, attempt(), { step: 'law', posted: {} })
});

/** For officers, and for those who train, review or supervise. */
export const comparingRows: Record<string, (ctx: Ctx) => unknown> = {
	readConsistency: (ctx) => readConsistency(ctx, null)
};

/** Cases, and an open attempt of this officer. @returns its id */
export async function makeAttempt(officer: Ctx): Promise<string> {
	await loadPracticeCases(officer, uncitedCases);
	return valueOf(await startCase(officer, WELDER));
}
