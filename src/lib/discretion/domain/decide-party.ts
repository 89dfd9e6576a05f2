import type { Fen } from '#lib/shared/money.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { cautionsOn } from './cautions.ts';
import { candidatesFor, choiceReason, chooseRule, otherSanctions } from './choose-rule.ts';
import type { PartyDecision } from './decision.ts';
import { explainAmount } from './explain-amount.ts';
import { passGates } from './gates.ts';
import { noFine } from './no-fine.ts';
import { type Chosen, type StagedCase, say, sourceOf } from './party-case.ts';
import type { Provision } from './provision.ts';
import { MERE_ORDERS, SANCTIONS, type SanctionCode } from './sanctions.ts';
import { STAGES, type Stage } from './stages.ts';
import { stateReasons, stateWithoutFine } from './statement.ts';
import type { Statutory } from './statutory-range.ts';
import { isSanctioned, kindOf } from './subjects.ts';
import { bracketOf, chooseTier, suggestedPoint } from './tier.ts';
import { weighFactors } from './weigh-factors.ts';

/**
 * What is ordered beside the penalty: every penalty comes with an order to correct.
 * @law 行政处罚法 第二十八条
 */
function orderOf(rule: Provision, stage: Stage): string {
	const order = rule.stages[stage]?.order;
	return order && !order.startsWith('无') ? order : '责令改正或者限期改正';
}

/** Goes through the steps for one party of one violation; the rules have been found to govern and to mean the party. */
export function decideParty(rules: readonly Provision[], at: StagedCase): Result<PartyDecision> {
	const candidates = candidatesFor(rules, at.stage, at);
	if (!candidates.ok) return candidates;
	const chosen = chooseRule(candidates.value, at);
	const inner: Chosen = { ...at, rule: chosen.rule };
	const choice = choiceReason(candidates.value, chosen);
	if (choice) say(inner, choice);
	const gate = passGates(inner, at.notes);
	if (gate) {
		const orderToCorrect = orderOf(chosen.rule, at.stage);
		const statement = stateWithoutFine(inner, { gate, orderToCorrect });
		return ok(noFine(at.violation.id, chosen.rule.id, { gate, tier: '不予处罚', orderToCorrect, statement }));
	}
	at.notes.warnings.push(...otherSanctions(candidates.value, chosen, at));
	return ok(chosen.statutory ? fined(inner, chosen.statutory) : withoutFine(inner));
}

/** No fine for this party at this stage: only an order (F1) or another penalty. */
function withoutFine(at: Chosen): PartyDecision {
	const { rule, party, stage, violation } = at;
	const sanctions = sanctionsOn(at);
	const orderToCorrect = orderOf(rule, stage);
	const isPenalty = sanctions.some((code) => !MERE_ORDERS.includes(code));
	const gate = isPenalty ? null : 'F1';
	const text = isPenalty
		? `“${STAGES[stage]}”对${party.party}没有罚款，处以：${sanctions.map((code) => SANCTIONS[code].label).join('、')}。`
		: `“${STAGES[stage]}”对${party.party}没有罚款，只${orderToCorrect}；复查后再看下一阶段。`;
	say(at, { step: '阶段', outcome: gate ?? '暂不罚款', text, source: sourceOf(at) });
	cautionsOn(at, null);
	const statement = stateWithoutFine(at, { gate, orderToCorrect });
	return {
		...noFine(violation.id, rule.id, { gate, tier: '暂不罚款', orderToCorrect, statement }),
		...{ punish: isPenalty, sanctions },
		...confiscated(at, sanctions)
	};
}

function fined(at: Chosen, statutory: Statutory): PartyDecision {
	const { rule, party, stage, book, violation } = at;
	const { benchmark } = book;
	const weighed = weighFactors(party, { rule, stage, book });
	const choice = chooseTier(weighed, statutory, benchmark);
	const { tier, guard } = choice;
	const bracket = bracketOf(tier, statutory, { book, place: { provision: rule.id, stage } });
	const suggested = suggestedPoint(bracket, kindOf(party.party, party.facts.kind), { benchmark, tier });
	const sanctions = sanctionsOn(at);
	explainAmount(at, weighed, { statutory, choice, bracket, suggested });
	cautionsOn(at, statutory);
	const confiscate = confiscated(at, sanctions);
	return {
		violation: violation.id,
		provision: rule.id,
		punish: true,
		gate: null,
		tier,
		statutory: { min: statutory.min, max: statutory.max },
		bracket,
		suggested,
		...confiscate,
		orderToCorrect: orderOf(rule, stage),
		sanctions,
		isDiscussed: guard === 'G1' || (tier === '减轻' && benchmark.reduced.requiresCollectiveDiscussion),
		statement: stateReasons(at, { statutory, weighed, choice, bracket, suggested, confiscate: confiscate.confiscate })
	};
}

/** Mandatory sanctions that meet the party; confiscation presupposes that there is something to confiscate. */
function sanctionsOn({ rule, stage, party, violation }: Chosen): SanctionCode[] {
	const codes: SanctionCode[] = [];
	for (const { code, target, mandatory } of rule.stages[stage]?.sanctions ?? []) {
		const applies = code === 'confiscate_income' ? (violation.facts.illegalIncome ?? 0) > 0 : mandatory;
		if (applies && isSanctioned(target, party.party)) codes.push(code);
	}
	return codes;
}

function confiscated({ violation }: Chosen, sanctions: readonly SanctionCode[]): { confiscate?: Fen } {
	const income = violation.facts.illegalIncome;
	return sanctions.includes('confiscate_income') && income !== undefined ? { confiscate: income } : {};
}
