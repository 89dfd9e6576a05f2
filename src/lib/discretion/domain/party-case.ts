import type { Day } from '#lib/shared/time.ts';
import type { Notes, PartyDecision, RuleBook } from './decision.ts';
import type { PartyInput, ViolationInput } from './decision-input.ts';
import type { Provision } from './provision.ts';
import { indexOf } from './rule-index.ts';
import type { Stage } from './stages.ts';

/** One party of one violation. */
export interface PartyCase {
	readonly violation: ViolationInput;
	readonly party: PartyInput;
	readonly book: RuleBook;
	readonly notes: Notes;
	readonly decidedOn: Day;
}
/** A party's case at a stage of a provision. */
export interface StagedCase extends PartyCase {
	readonly stage: Stage;
}
export interface Chosen extends StagedCase {
	readonly rule: Provision;
}

/** What one party gets in the whole file. */
export interface PartyTotal {
	readonly party: PartyInput;
	readonly decisions: readonly PartyDecision[];
	/** Fen; null = no fine. */
	readonly totalSuggested: number | null;
}

/** One sentence of a decision. */
interface Said {
	readonly step: string;
	readonly outcome: string;
	readonly text: string;
	readonly source: string;
}

export function say({ violation, party, notes }: PartyCase, { step, outcome, text, source }: Said): void {
	notes.reasons.push({ violation: violation.id, party: party.label ?? party.party, step, outcome, text, source });
}

/** `安全生产法第九十七条第一款第（三）项`. */
export const sourceOf = ({ rule, book }: Chosen) => indexOf(book).textsOf(rule).source;
