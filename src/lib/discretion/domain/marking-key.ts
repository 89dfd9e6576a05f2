import { decide } from './decide.ts';
import type { Decision, PartyDecision, PartyResult, Reason, RuleBook } from './decision.ts';
import type { PartyInput, ViolationInput } from './decision-input.ts';
import type { GateChoice } from './practice-answer.ts';
import { type PracticeCase, partyName } from './practice-case.ts';

/** One violation of one party: what is decided, and where it stops. */
export interface KeyDecision {
	/** `0.1`: number of the violation, number of its party. */
	readonly at: string;
	readonly violation: number;
	readonly party: PartyInput;
	readonly name: string;
	/** Null where no rule governs. */
	readonly decision: PartyDecision | null;
	/** Null = it goes on to an amount. */
	readonly stop: Exclude<GateChoice, 'none'> | null;
	/** The engine's reasons for this party and violation. */
	readonly reasons: readonly Reason[];
	/** Numbers of the claims about it. */
	readonly claims: readonly number[];
}

export interface KeyViolation {
	readonly input: ViolationInput;
	/** Why no rule may be computed from; null = one governs. */
	readonly refused: { readonly text: string; readonly source: string } | null;
	/** Reasons about the violation itself. */
	readonly reasons: readonly Reason[];
}

/** What the engine answers to a case, arranged as the steps ask it. */
export interface CaseKey {
	readonly violations: readonly KeyViolation[];
	readonly decisions: readonly KeyDecision[];
	/** Totals and procedure by name of the party; empty where the engine refused. */
	readonly results: ReadonlyMap<string, PartyResult>;
	readonly warnings: readonly string[];
}

const CRIME = 'crime-first';

/** The key of a case; each violation is asked alone, so that one that is refused hides no other. */
export function keyOf(one: PracticeCase, book: RuleBook): CaseKey {
	const whole = decide(one.input, book);
	const alone = one.input.violations.map((violation) => decide({ ...one.input, violations: [violation] }, book));
	const violations = one.input.violations.map((input, index): KeyViolation => {
		const { refused, reasons } = alone[index]!;
		const isRefused = refused !== undefined && refused.code !== CRIME;
		const own = reasons.filter(({ party }) => party === undefined);
		return { input, reasons: own, refused: isRefused ? { text: refused.text, source: refused.source } : null };
	});
	return {
		violations,
		decisions: one.input.violations.flatMap((violation, index) =>
			violation.parties.map((party, number) => keyDecision(one, alone[index]!, { violation, index, party, number }))
		),
		results: new Map(whole.parties.map((result) => [partyName(result), result])),
		warnings: whole.warnings
	};
}

interface Place {
	readonly violation: ViolationInput;
	readonly index: number;
	readonly party: PartyInput;
	readonly number: number;
}

function keyDecision(one: PracticeCase, decided: Decision, { violation, index, party, number }: Place): KeyDecision {
	const name = partyName(party);
	const result = decided.parties.find((other) => partyName(other) === name);
	const decision = result?.decisions[0] ?? null;
	const isOurs = (claim: PracticeCase['claims'][number]) => claim.violation === violation.id && claim.party === name;
	return {
		...{ at: `${index}.${number}`, violation: index, party, name, decision },
		stop: decision && stopOf(decision, decided),
		reasons: decided.reasons.filter((reason) => reason.party === name),
		claims: one.claims.flatMap((claim, at) => (isOurs(claim) ? [at] : []))
	};
}

function stopOf({ gate, suggested }: PartyDecision, { refused }: Decision): KeyDecision['stop'] {
	if (refused?.code === CRIME) return 'transfer';
	if (gate === 'F1') return 'no-fine';
	if (gate !== null) return gate;
	return suggested === null ? 'no-fine' : null;
}

/** Whether the engine counted a factor, by what it said. */
export const isCounted = (reasons: readonly Reason[], factor: string): boolean =>
	reasons.some(({ step, outcome }) => step === '裁量因子' && outcome === factor);
