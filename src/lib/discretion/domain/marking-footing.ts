import type { KeyDecision } from './marking-key.ts';
import { type Footing, decideOn } from './marking-path.ts';
import { STAGES, type DecisionStage } from './stages.ts';
import type { Marking } from './marking-verdict.ts';

/** What the officer goes on from for a decision: the own rule and stage where they were given, and those of the key. */
export function footingsOf(marking: Marking, decision: KeyDecision): { key: Footing; own: Footing } {
	const { book, answers } = marking;
	const input = marking.key.violations[decision.violation]!.input;
	const key = { provision: decision.decision?.provision ?? input.candidates[0]!, stage: input.stage };
	const rule = answers.provision?.[`provision.${decision.violation}`] ?? '';
	const stage = answers.provision?.[`stage.${decision.violation}`] ?? '';
	const isStage = stage === 'daily' || Object.hasOwn(STAGES, stage);
	const own = {
		provision: book.provisions.has(rule) ? rule : key.provision,
		stage: isStage ? (stage as DecisionStage) : key.stage
	};
	return { key, own };
}

export const sameFooting = (left: Footing, right: Footing): boolean =>
	left.provision === right.provision && left.stage === right.stage;

/** A walk of the engine for one decision on a footing. */
export function walkOn(marking: Marking, { violation, party }: KeyDecision, footing: Footing) {
	return { violation: marking.key.violations[violation]!.input, party, footing, book: marking.book };
}

/** The factors that the officer counted for a decision. */
export function countedBy({ one, answers }: Marking, { claims }: KeyDecision): string[] {
	const chosen = claims.filter((number) => answers.factors?.[`claim.${number}`] === 'counts');
	return [...new Set(chosen.flatMap((number) => one.claims[number]!.factor ?? []))];
}

/** What the engine decides from the officer's own factors, on the own footing and on the key's. */
export function ownDecisions(marking: Marking, decision: KeyDecision) {
	const counted = countedBy(marking, decision);
	const { key, own } = footingsOf(marking, decision);
	const footings = sameFooting(key, own) ? [own] : [own, key];
	return footings.flatMap((footing) => {
		const decided = decideOn(walkOn(marking, decision, footing), counted);
		return decided ? [{ footing, decided }] : [];
	});
}
