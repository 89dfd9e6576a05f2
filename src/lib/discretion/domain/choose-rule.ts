import { type Result, ok } from '#lib/shared/result.ts';
import type { Reason } from './decision.ts';
import type { Provision } from './provision.ts';
import type { Stage } from './stages.ts';
import { isAddressed } from './addressee.ts';
import type { StagedCase } from './party-case.ts';
import { SANCTIONS } from './sanctions.ts';
import { type FineFacts, type Statutory, fineFor, statutoryRange } from './statutory-range.ts';
import { isSanctioned } from './subjects.ts';

export interface Candidate {
	readonly rule: Provision;
	/** Null = no fine for this party at this stage. */
	readonly statutory: Statutory | null;
}

/** The statutory range of every rule that has the stage, for one party. */
export function candidatesFor(rules: readonly Provision[], stage: Stage, facts: FineFacts): Result<Candidate[]> {
	const candidates: Candidate[] = [];
	for (const rule of rules) {
		const fine = fineFor(rule, stage, facts);
		const range = fine ? statutoryRange({ rule, stage, fine }, facts) : null;
		if (range && !range.ok) return range;
		candidates.push({ rule, statutory: range?.value ?? null });
	}
	return ok(candidates);
}

/**
 * One act under several rules: one fine, under the rule with the higher one at this stage – higher maximum, then higher
 * minimum, then the more specific rule; among equals always the same. Parties are compared each for itself.
 * @law 行政处罚法 第二十九条
 */
export function chooseRule(candidates: readonly Candidate[], { stage, party }: StagedCase): Candidate {
	if (candidates.length === 1) return candidates[0]!;
	// A rule without this stage, or one that does not mean the party, may lose the comparison and never wins it.
	const staged = candidates.filter(({ rule }) => rule.stages[stage]);
	const fitting = staged.filter(({ rule }) => isAddressed(rule, stage, party));
	return (fitting.length > 0 ? fitting : staged).toSorted(byWeight)[0]!;
}

function byWeight(left: Candidate, right: Candidate): number {
	const [a, b] = [left.statutory, right.statutory];
	return (
		(b?.max ?? -1) - (a?.max ?? -1) ||
		(b?.min ?? -1) - (a?.min ?? -1) ||
		Number(left.rule.catchAll) - Number(right.rule.catchAll) ||
		Number(right.rule.special) - Number(left.rule.special) ||
		// Equal in all that the law looks at: which was named first must not decide, because what is part of the violation may differ.
		(left.rule.id < right.rule.id ? -1 : 1)
	);
}

/** Why this rule and not the others; null where there was nothing to choose. */
export function choiceReason(
	candidates: readonly Candidate[],
	chosen: Candidate
): Pick<Reason, 'step' | 'outcome' | 'text' | 'source'> | null {
	if (candidates.length < 2) return null;
	const say = ({ rule, statutory }: Candidate) => `${rule.id}：${statutory?.text ?? '本阶段对该当事人没有罚款'}`;
	const others = candidates.filter((one) => one !== chosen).map(say);
	const text = `同一行为违反数个规定，不给予两次以上罚款，按罚款数额高的规定：${say(chosen)}；未采用：${others.join('；')}。`;
	return { step: '一事不二罚', outcome: chosen.rule.id, text, source: '行政处罚法第二十九条' };
}

/** One fine, but the other rules' own sanctions may still be due: said, not decided. */
export function otherSanctions(
	candidates: readonly Candidate[],
	chosen: Candidate,
	{ stage, party }: StagedCase
): string[] {
	return candidates
		.filter((one) => one !== chosen)
		.flatMap(({ rule }) => {
			const due = (rule.stages[stage]?.sanctions ?? []).filter((one) => isSanctioned(one.target, party.party));
			const labels = due.map(({ code, mandatory }) => `${SANCTIONS[code].label}${mandatory ? '' : '（附条件）'}`);
			return labels.length > 0 ? [`${rule.id}的罚款不再并用，但它的其他处罚仍可能适用：${labels.join('、')}。`] : [];
		});
}
