import type { Fen } from '#lib/shared/money.ts';
import type { Day } from '#lib/shared/time.ts';
import type { ActFacts } from '../decision-input.ts';
import type { Gate } from '../decision.ts';
import type { EvidenceItem } from '../practice-case.ts';
import type { Provision } from '../provision.ts';
import type { Stage } from '../stages.ts';
import type { Subject } from '../subjects.ts';
import type { RulePhrases } from './phrases.ts';

/** A claim that the generator plants, and what it knows about it. */
export interface PlannedClaim {
	/** Null = no factor at all. */
	readonly factor: string | null;
	readonly counts: boolean;
	/** The trap that a claim which does not count sets; null = none. */
	readonly trap: number | null;
	readonly text: string;
	readonly evidence: readonly EvidenceItem[];
}

export interface PlannedParty {
	readonly subject: Subject;
	readonly name: string;
	/** 厂长, 车间主任 …; null for a unit. */
	readonly role: string | null;
	readonly claims: readonly PlannedClaim[];
	readonly annualIncome?: Fen | undefined;
}

/** The days of a file; null = it did not happen. */
export interface Calendar {
	readonly inspected: Day;
	readonly due: Day | null;
	readonly again: { readonly day: Day; readonly state: 'corrected' | 'same' | 'defied' } | null;
}

export interface PlannedViolation {
	readonly id: string;
	readonly words: RulePhrases;
	/** The rule that decides, of `candidates`. */
	readonly rule: Provision;
	readonly candidates: readonly string[];
	readonly stage: Stage;
	readonly ended: Day | null;
	readonly calendar: Calendar;
	readonly facts: Partial<ActFacts>;
	readonly parties: readonly PlannedParty[];
	/** The gate at which the unit's case ends. */
	readonly gate: Gate | null;
	/** Sentences that belong to this violation alone. */
	readonly extra: readonly string[];
}

/** A case before it is told: everything that its author knows. */
export interface Plan {
	readonly traps: readonly number[];
	readonly decidedOn: Day;
	readonly violations: readonly PlannedViolation[];
	/** The code of the lawful refusal that is the right answer; null = it is decided. */
	readonly refused: string | null;
}
