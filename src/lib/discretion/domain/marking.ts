import { PARTS, type Answers, PRACTICE_STEPS, type PracticeStep, type Verdict } from './practice-answer.ts';
import { markAmounts } from './marking-amounts.ts';
import { markFactors } from './marking-factors.ts';
import { markGates, markLaw, markProvisions } from './marking-law.ts';
import { pointsOfCase } from './marking-points.ts';
import { markReasons } from './marking-reasons.ts';
import { markTiers } from './marking-tiers.ts';
import type { Marking } from './marking-verdict.ts';
import type { Asking } from './practice-questions.ts';

const MARKED: Record<PracticeStep, (marking: Marking) => Verdict[]> = {
	law: markLaw,
	gate: markGates,
	provision: markProvisions,
	factors: markFactors,
	tier: markTiers,
	amount: markAmounts,
	reasons: markReasons
};

/** The verdicts of one step, given with the steps before it. */
export function markStep(step: PracticeStep, asking: Asking, answers: Answers): Verdict[] {
	if (!answers[step]) return [];
	return MARKED[step]({ ...asking, answers, points: pointsOfCase(asking.key) });
}

/**
 * All verdicts of an attempt. A later step has full marks when it follows from what was given before, right or wrong, so that
 * one mistake is punished once; what the officer never came to, because an own wrong step stopped too early, earns nothing.
 */
export function markAttempt(asking: Asking, answers: Answers): Partial<Record<PracticeStep, Verdict[]>> {
	const steps = (Object.keys(PRACTICE_STEPS) as PracticeStep[]).filter((step) => answers[step]);
	return Object.fromEntries(steps.map((step) => [step, markStep(step, asking, answers)]));
}

/** 0–100, rounded half up. */
export function totalMark(verdicts: Iterable<Verdict>): number {
	let earned = 0;
	for (const verdict of verdicts) earned += verdict.earned;
	return Math.floor(earned / PARTS + 0.5);
}
