import type { Fen } from '#lib/shared/money.ts';
import type { Day } from '#lib/shared/time.ts';
import type { ListCondition } from './jurisdiction.ts';
import type { AccidentLevel, DecisionStage } from './stages.ts';
import type { PartyKind, Subject } from './subjects.ts';

/** What is established about the act. A missing bool is false, a missing date or amount unknown. */
export interface ActFacts {
	readonly proven: boolean;
	readonly discoveredOn?: Day | undefined;
	/** Life, health or financial safety, and actual harm: five years instead of two. */
	readonly lifeHealthHarm: boolean;
	readonly crimeSuspected: boolean;
	readonly crimeReturned: boolean;
	readonly minor: boolean;
	readonly correctedInTime: boolean;
	readonly noHarm: boolean;
	readonly firstTime: boolean;
	readonly slightHarm: boolean;
	readonly listRowMet: boolean;
	readonly listConditions: Readonly<Record<ListCondition, boolean>>;
	readonly illegalIncome?: Fen | undefined;
	readonly accidentLevel?: AccidentLevel | undefined;
	readonly originalFine?: Fen | undefined;
	/** Null = there was none; left out = not known. */
	readonly orderServedOn?: Day | null | undefined;
	/** The last day for correcting. */
	readonly correctionDueOn?: Day | undefined;
	readonly reinspectedOn?: Day | null | undefined;
}

export interface PartyFacts {
	readonly kind?: PartyKind | undefined;
	readonly age?: number | undefined;
	readonly mentalIncapacity: boolean;
	/** Not fully able to know or control the own conduct: may be lighter, with reasons; never by itself (行政处罚法 31). */
	readonly reducedCapacity?: boolean | undefined;
	readonly noFaultProven: boolean;
	readonly annualIncome?: Fen | undefined;
}

export interface ClaimedFactor {
	readonly id: string;
	readonly evidence: readonly string[];
}

export interface PartyInput {
	readonly party: Subject;
	/** Tells two parties of one kind apart. */
	readonly label?: string | undefined;
	readonly factors: readonly ClaimedFactor[];
	readonly facts: PartyFacts;
}

export interface ViolationInput {
	readonly id: string;
	/** Null = still going on. */
	readonly actEndedOn: Day | null;
	/** Ids of provisions; several = one act under several rules (29条). */
	readonly candidates: readonly string[];
	readonly stage: DecisionStage;
	readonly facts: ActFacts;
	readonly parties: readonly PartyInput[];
}

export interface DecisionInput {
	readonly decidedOn: Day;
	readonly jurisdiction: string;
	readonly violations: readonly ViolationInput[];
}
