import type { Fen } from '#lib/shared/money.ts';
import type { Benchmark } from './benchmark.ts';
import type { Frame } from './frame.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { Provision } from './provision.ts';
import type { SanctionCode } from './sanctions.ts';
import type { Subject } from './subjects.ts';

/** The data that a decision is a function of, beside the facts. */
export interface RuleBook {
	readonly provisions: ReadonlyMap<string, Provision>;
	readonly benchmark: Benchmark;
	readonly jurisdiction: Jurisdiction;
	readonly frame: Frame;
}

export type Gate = 'N0' | 'N1' | 'N2' | 'N3' | 'N4' | 'N5' | 'N6' | 'F1';
export type Tier = '不予处罚' | '暂不罚款' | '减轻' | '从轻' | '一般' | '从重' | '固定';

/** One step with its outcome, whether it decided anything or not. */
export interface Reason {
	readonly violation?: string;
	readonly party?: string;
	readonly step: string;
	readonly outcome: string;
	readonly text: string;
	readonly source: string;
}

export interface Range {
	readonly min: Fen;
	readonly max: Fen;
}

/** What one party gets for one violation. Amounts are null where there is no fine. */
export interface PartyDecision {
	readonly violation: string;
	readonly provision: string;
	readonly punish: boolean;
	readonly gate: Gate | null;
	readonly tier: Tier;
	readonly statutory: Range | null;
	/** Of 减轻 the upper end is not included. */
	readonly bracket: Range | null;
	readonly suggested: Fen | null;
	readonly confiscate?: Fen;
	/** What is ordered beside or instead of the penalty; null = nothing. */
	readonly orderToCorrect: string | null;
	readonly sanctions: readonly SanctionCode[];
	/** Collective discussion, because of the tier or a guard. */
	readonly isDiscussed: boolean;
	/** 说理 in the order of the template; empty where nothing is punished. */
	readonly statement: string;
}

export interface PartyResult {
	readonly party: Subject;
	readonly label?: string;
	readonly decisions: readonly PartyDecision[];
	readonly totalSuggested: Fen | null;
	readonly hearingRequired: boolean;
	readonly legalReview: boolean;
	readonly collectiveDiscussion: boolean;
	readonly otherSanctions: readonly SanctionCode[];
}

/** A lawful refusal to compute, with the rule behind it. */
export interface Refused {
	readonly code: string;
	readonly text: string;
	readonly source: string;
}

export interface Decision {
	readonly parties: readonly PartyResult[];
	readonly criminalCheck: readonly string[];
	readonly reasons: readonly Reason[];
	readonly warnings: readonly string[];
	readonly benchmark: { readonly id: string; readonly version: number };
	readonly refused?: Refused;
}

/** Collects what a decision says while it goes through its steps. */
export interface Notes {
	readonly reasons: Reason[];
	readonly warnings: string[];
}
