import { readPracticeOnFacts } from '#lib/discretion/server/use-cases/practice-verdict.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { DECIDE } from '../domain/case.ts';
import { compareDecisions } from '../domain/compare-decision.ts';
import type { OwnDecision } from '../domain/own-decision.ts';
import type { KeptCase } from './case-cache.server.ts';
import type { GivenAtGate } from './repository/reading.server.ts';
import type { Answered } from './show-blocks.server.ts';

/** Asked where the practice case is no longer there: the reader still decides before reading on. */
const ANYBODY = ['当事人'];
const NOTHING: Answered['decide'] = { parties: [], answered: null };

/** The place to decide of a case: who is decided about, and the comparison once the reader has decided. */
export async function readDecide(
	ctx: Ctx,
	{ row }: KeptCase,
	own: readonly OwnDecision[] | null
): Promise<Answered['decide']> {
	const id = row.body.parts?.decide;
	if (!id) return NOTHING;
	const practice = await readPracticeOnFacts(ctx, id);
	const parties = practice?.parties ?? ANYBODY;
	return { parties, answered: own && compareDecisions(own, practice?.verdicts() ?? []) };
}

/** Splits what was given at gates into answers and the own decisions. */
export function splitGiven(given: readonly GivenAtGate[]) {
	const isDecision = ({ gate }: GivenAtGate) => gate === DECIDE;
	const own = given.find(isDecision)?.answer ?? null;
	const answers = given.filter((one) => !isDecision(one));
	return {
		gates: new Set(given.map(({ gate }) => gate)),
		answers: new Map(answers.map(({ gate, answer }) => [gate, answer as readonly string[]])),
		own: own as readonly OwnDecision[] | null
	};
}
