import type { RuleBook } from '../domain/decision.ts';
import type { CaseLevel, PracticeCase } from '../domain/practice-case.ts';

/** Kept with every generated attempt beside its seed. */
export const GENERATOR_VERSION = 0;

/** A case drawn from a seed; null = nothing draws cases here. */
export function drawCase(_seed: number, _level: CaseLevel, _book: RuleBook): PracticeCase | null {
	return null;
}
