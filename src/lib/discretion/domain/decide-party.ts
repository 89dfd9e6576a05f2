import { type Fen, formatMoney } from '#lib/shared/money.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { candidatesFor, choiceReason, chooseRule } from './choose-rule.ts';
import type { Gate, Notes, PartyDecision, Range, Reason, RuleBook, Tier } from './decision.ts';
import type { PartyInput, ViolationInput } from './decision-input.ts';
import { checkGates, gateReasons } from './gates.ts';
import type { Provision } from './provision.ts';
import { MERE_ORDERS, SANCTIONS, type SanctionCode } from './sanctions.ts';
import { STAGES, type Stage } from './stages.ts';
import { penaltyReference } from './stage-table.ts';
import { stateReasons } from './statement.ts';
import type { Statutory } from './statutory-range.ts';
import { isSanctioned, kindOf, meets } from './subjects.ts';
import { type TierChoice, bracketOf, chooseTier, suggestedPoint } from './tier.ts';
import { type Weighed, weighFactors } from './weigh-factors.ts';

export interface PartyCase {
	readonly violation: ViolationInput;
	readonly party: PartyInput;
	readonly stage: Stage;
	readonly book: RuleBook;
	readonly notes: Notes;
}
interface Chosen extends PartyCase {
	readonly rule: Provision;
}

/** A decision without a fine. */
export function noFine(
	{ violation, rule }: { violation: ViolationInput; rule: Pick<Provision, 'id'> },
	outcome: { gate: Gate | null; tier: Tier; orderToCorrect: string | null }
): PartyDecision {
	return {
		...{ violation: violation.id, provision: rule.id, punish: false, ...outcome },
		...{ statutory: null, bracket: null, suggested: null, sanctions: [], isDiscussed: false, statement: '' }
	};
}

/**
 * What is ordered beside the penalty: every penalty comes with an order to correct.
 * @law 行政处罚法 第二十八条
 */
export function orderOf(rule: Provision, stage: Stage): string {
	const order = rule.stages[stage]?.order;
	return order && !order.startsWith('无') ? order : '责令改正或者限期改正';
}

/** Goes through the steps for one party of one violation; the rules have been found to govern. */
export function decideParty(rules: readonly Provision[], at: PartyCase): Result<PartyDecision> {
	const candidates = candidatesFor(rules, at.stage, at);
	if (!candidates.ok) return candidates;
	// A rule without this stage may lose the comparison, never win it.
	const chosen = chooseRule(candidates.value.filter(({ rule }) => rule.stages[at.stage]));
	const inner: Chosen = { ...at, rule: chosen.rule };
	say(inner, subjectReason(inner));
	say(inner, choiceReason(candidates.value, chosen));
	const facts = { violation: at.violation, party: at.party, rule: chosen.rule, book: at.book };
	// The facts were found proven before any law was looked for.
	const checks = checkGates(facts).slice(1);
	at.notes.reasons.push(...gateReasons(facts, checks));
	const gate = checks.find(({ fires }) => fires)?.gate;
	const order = orderOf(chosen.rule, at.stage);
	if (gate) return ok(noFine(inner, { gate, tier: '不予处罚', orderToCorrect: order }));
	return ok(chosen.statutory ? fined(inner, chosen.statutory) : withoutFine(inner));
}

function subjectReason(at: Chosen) {
	const { rule, party, stage } = at;
	const isNamed = rule.subjects.some((one) => meets(one, party.party));
	const text = isNamed
		? `${party.party}是${rule.id}的处罚对象。`
		: `${rule.id}不处罚${party.party}，只处罚：${rule.subjects.join('、')}。`;
	return {
		step: '处罚对象',
		outcome: isNamed ? '适格' : '不适格',
		text: `${text}阶段：${STAGES[stage]}。`,
		source: sourceOf(at)
	};
}

/** `安全生产法第九十七条第一款第（三）项`. */
const sourceOf = ({ rule, book }: Chosen) => (book.frame.laws[rule.penalty.law] ?? '') + penaltyReference(rule.penalty);

function say(
	{ violation, party, notes }: PartyCase,
	reason: Pick<Reason, 'step' | 'outcome' | 'text' | 'source'> | null
) {
	if (reason) notes.reasons.push({ violation: violation.id, party: party.label ?? party.party, ...reason });
}

/** No fine for this party at this stage: only an order (F1), another penalty, or nobody whom the rule means. */
function withoutFine(at: Chosen): PartyDecision {
	const { rule, party, stage, violation } = at;
	const sanctions = sanctionsOn(at);
	const order = orderOf(rule, stage);
	const isPenalty = sanctions.some((code) => !MERE_ORDERS.includes(code));
	const isNamed = rule.subjects.some((one) => meets(one, party.party));
	const gate = isPenalty || !isNamed ? null : 'F1';
	const outcome = { gate, orderToCorrect: order, tier: isNamed || isPenalty ? '暂不罚款' : '不予处罚' } as const;
	const text = isPenalty
		? `“${STAGES[stage]}”对${party.party}没有罚款，处以：${sanctions.map((code) => SANCTIONS[code].label).join('、')}。`
		: `“${STAGES[stage]}”对${party.party}没有罚款，只${order}；复查后再看下一阶段。`;
	say(at, { step: '阶段', outcome: gate ?? outcome.tier, text, source: sourceOf(at) });
	const confiscate = confiscated(at, sanctions);
	return { ...noFine({ violation, rule }, outcome), punish: isPenalty, sanctions, ...confiscate };
}

function fined(at: Chosen, statutory: Statutory): PartyDecision {
	const { rule, party, stage, book, violation } = at;
	const { benchmark } = book;
	const weighed = weighFactors(party, { rule, stage, benchmark });
	const choice = chooseTier(weighed, statutory, benchmark);
	const { tier, guard } = choice;
	const bracket = bracketOf(tier, statutory, { book, place: { provision: rule.id, stage } });
	const suggested = suggestedPoint(bracket, kindOf(party.party, party.facts.kind), { benchmark, tier });
	const sanctions = sanctionsOn(at);
	explain(at, weighed, { statutory, choice, bracket, suggested });
	warn(at, statutory);
	return {
		...{ violation: violation.id, provision: rule.id, punish: true, gate: null, tier },
		...{ statutory: { min: statutory.min, max: statutory.max }, bracket, suggested, sanctions },
		...confiscated(at, sanctions),
		orderToCorrect: orderOf(rule, stage),
		isDiscussed: guard === 'G1' || (tier === '减轻' && benchmark.reduced.requiresCollectiveDiscussion),
		statement: stateReasons({
			...{ rule, stageLabel: STAGES[stage], statutory: statutory.text, weighed, tier, tierText: choice.text },
			...{ bracket, suggested, book }
		})
	};
}

interface Amount {
	readonly statutory: Statutory;
	readonly choice: TierChoice;
	readonly bracket: Range;
	readonly suggested: Fen;
}

/** Range, each claimed factor, tier and amount, each with its source; a claim that does not count is also a warning. */
function explain(at: Chosen, { list }: Weighed, { statutory, choice, bracket, suggested }: Amount): void {
	const { benchmark } = at.book;
	const source = `${benchmark.id} 第${benchmark.version}版`;
	const range = { step: '法定幅度', outcome: STAGES[at.stage], text: statutory.text };
	say(at, { ...range, source: statutory.replacedBy ?? sourceOf(at) });
	for (const { factor, evidence, rejected } of list) {
		const why = rejected === null ? `证据：${evidence.join('、')}` : `不计：${rejected}`;
		const outcome = rejected === null ? factor.id : '不计';
		say(at, { step: '裁量因子', outcome, text: `${factor.id} ${factor.text}；${why}`, source });
		if (rejected !== null) {
			at.notes.warnings.push(`${at.party.label ?? at.party.party}：${factor.id}没有计入，${rejected}。`);
		}
	}
	say(at, { step: '裁量阶次', outcome: choice.tier, text: choice.text, source });
	const amount = formatMoney(suggested);
	const text = `${formatMoney(bracket.min)}至${formatMoney(bracket.max)}，建议${amount}；在区间内另取数额要说明理由。`;
	say(at, { step: '数额', outcome: amount, text, source });
}

function warn({ rule, stage, book, notes, party, violation }: Chosen, { fine, min }: Statutory): void {
	const { accidentSubranges } = book.jurisdiction;
	if (fine.kind === 'range_by_accident_level' && !accidentSubranges.enabled) {
		notes.warnings.push(
			`${rule.id}：没有启用事故罚款的细分档次（${accidentSubranges.source}）；细分后的下限可能高于这里的数额，决定前必须核对。`
		);
	}
	if (!fine.mandatory) notes.warnings.push(`${rule.id}：法律写的是“可以”处罚款，罚与不罚都要说明理由。`);
	if (min === 0 && fine.mandatory)
		notes.warnings.push(`${rule.id}：没有下限但应当处罚款，数额必须大于0；不罚只能走不予处罚的理由。`);
	if (fine.when?.gravity === 'ordinary')
		notes.warnings.push(`${rule.id}：按一般情形计算；情节特别严重的幅度更高，须另有理由。`);
	for (const { code, target, mandatory, condition } of rule.stages[stage]?.sanctions ?? []) {
		const meetsSome = violation.parties.some((one) => isSanctioned(target, one.party));
		if (mandatory && !meetsSome)
			notes.warnings.push(`${rule.id}：还应对${target}${SANCTIONS[code].label}，本次没有列入该当事人。`);
		if (!mandatory && code !== 'confiscate_income' && isSanctioned(target, party.party)) {
			notes.warnings.push(
				`${rule.id}：${condition ?? '必要时'}，可以对${target}${SANCTIONS[code].label}，须单独说明理由。`
			);
		}
	}
}

/** Mandatory sanctions that meet the party; confiscation presupposes that there is something to confiscate. */
function sanctionsOn({ rule, stage, party, violation }: Chosen): SanctionCode[] {
	const hasIncome = (violation.facts.illegalIncome ?? 0) > 0;
	return (rule.stages[stage]?.sanctions ?? [])
		.filter(({ target }) => isSanctioned(target, party.party))
		.filter(({ code, mandatory }) => (code === 'confiscate_income' ? hasIncome : mandatory))
		.map(({ code }) => code);
}

function confiscated({ violation }: Chosen, sanctions: readonly SanctionCode[]) {
	const income = violation.facts.illegalIncome;
	return sanctions.includes('confiscate_income') && income !== undefined ? { confiscate: income } : {};
}
