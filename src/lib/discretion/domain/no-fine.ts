import type { Gate, PartyDecision, Tier } from './decision.ts';

/** A decision without a fine. */
export function noFine(
	violation: string,
	provision: string,
	outcome: { gate: Gate | null; tier: Tier; orderToCorrect: string | null; statement?: string }
): PartyDecision {
	return {
		violation,
		provision,
		punish: false,
		gate: outcome.gate,
		tier: outcome.tier,
		statutory: null,
		bracket: null,
		suggested: null,
		orderToCorrect: outcome.orderToCorrect,
		sanctions: [],
		isDiscussed: false,
		statement: outcome.statement ?? ''
	};
}
