import type { DecisionStage } from './stages.ts';
import type { Day } from '#lib/shared/time.ts';
import { decide } from './decide.ts';
import type { Benchmark } from './benchmark.ts';
import type { PartyDecision, Range, Reason, RuleBook, Tier } from './decision.ts';
import type { ClaimedFactor, PartyInput, ViolationInput } from './decision-input.ts';
import { partyName } from './practice-case.ts';
import type { Provision } from './provision.ts';

/** The row and stage from which an officer goes on, rightly or not. */
export interface Footing {
	readonly provision: string;
	readonly stage: DecisionStage;
}

interface Walk {
	readonly violation: ViolationInput;
	readonly party: PartyInput;
	readonly footing: Footing;
	readonly book: RuleBook;
}

/** The engine's factors and tier on a footing that is not its own, with the claims as the file has them. */
export function weighOn(walk: Walk): readonly Reason[] {
	return run(walk, walk.party.factors, openBook(walk, walk.book.benchmark))?.reasons ?? [];
}

/** The decision on a footing when exactly these factors count, whatever the engine thinks of them; null = none can be made. */
export function decideOn(walk: Walk, factors: readonly string[]): PartyDecision | null {
	const claimed = factors.map((id) => ({ id, evidence: [`认定 ${id}`] }));
	return run(walk, claimed, openBook(walk, credulous(walk.book.benchmark)))?.decision ?? null;
}

/** The bracket of a tier on a footing, whatever led to the tier; null = the tier does not exist there. */
export function bracketOn(walk: Walk, tier: string): Range | null {
	const decision = run(walk, [], openBook(walk, leaningTo(tier as Tier, walk.book.benchmark)))?.decision;
	return decision?.tier === tier ? decision.bracket : null;
}

/** Later than any day of a case. */
const FAR_DAY: Day = '9999-12-31';

function run({ violation, party, footing, book }: Walk, factors: readonly ClaimedFactor[], open: RuleBook) {
	const only: PartyInput = {
		...{ ...party, factors },
		facts: { ...party.facts, age: undefined, mentalIncapacity: false, noFaultProven: false }
	};
	const facts = withoutGates(violation, footing.stage);
	const input = { ...violation, candidates: [footing.provision], stage: footing.stage, facts, parties: [only] };
	const decidedOn = FAR_DAY;
	const { parties, reasons } = decide({ decidedOn, jurisdiction: book.jurisdiction.id, violations: [input] }, open);
	const decision = parties[0]?.decisions[0];
	return decision && { decision, reasons: reasons.filter((one) => one.party === partyName(party)) };
}

/** The act without anything that stops before the amount; the dates go with the stage that they prove. */
function withoutGates({ facts }: ViolationInput, stage: DecisionStage): ViolationInput['facts'] {
	const { orderServedOn, reinspectedOn } = facts;
	return {
		...facts,
		...{ proven: true, discoveredOn: undefined, crimeSuspected: false, crimeReturned: false, listRowMet: false },
		...{ minor: false, correctedInTime: false, noHarm: false, firstTime: false, slightHarm: false },
		...(stage === 'daily' ? { orderServedOn, reinspectedOn } : { orderServedOn: undefined, reinspectedOn: undefined })
	};
}

/** The book with the chosen row open to any day. */
function openBook({ footing, book }: Walk, benchmark: Benchmark): RuleBook {
	const rule = book.provisions.get(footing.provision);
	if (!rule) return { ...book, benchmark };
	const isOpen = benchmark !== book.benchmark;
	const open: Provision = {
		...{ ...rule, verified: true, scorable: true, valid: { from: '0001-01-01', to: null } },
		...(isOpen && { elements: null, majorHazard: 'no' as const })
	};
	// The daily fine is looked for among the other rows of the law; nothing else is.
	const others = footing.stage === 'daily' || footing.stage === 'refused' ? book.provisions : [];
	return { ...book, benchmark, provisions: new Map([...others, [rule.id, open]]) };
}

/** A benchmark that takes every claim for what it says. */
function credulous(benchmark: Benchmark): Benchmark {
	const factors = benchmark.factors.map((factor) => ({
		...factor,
		...{ never: [], disprovedBy: [], replaces: undefined, sameFactAs: undefined }
	}));
	return { ...benchmark, factors };
}

const FAR = 1_000;
/** A benchmark in which an act without any factor lands in this tier. */
function leaningTo(tier: Tier, benchmark: Benchmark): Benchmark {
	const { reducedFromM } = benchmark.thresholds;
	const lean = {
		减轻: { heavyFrom: FAR, lightFrom: -FAR, reducedFromM: 0 },
		从轻: { heavyFrom: FAR, lightFrom: FAR, reducedFromM },
		从重: { heavyFrom: -FAR, lightFrom: -FAR, reducedFromM }
	}[tier as string] ?? { heavyFrom: FAR, lightFrom: -FAR, reducedFromM };
	return { ...benchmark, thresholds: lean };
}
