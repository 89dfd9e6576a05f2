import type { RuleBook } from '../decision.ts';
import type { Trap } from '../trap.ts';
import type { Phrases } from './phrases.ts';

/** A rule book, and the words and traps that cases are made of. */
export interface CaseBook extends RuleBook {
	readonly traps: readonly Trap[];
	readonly phrases: Phrases;
}
