import type { Refusal } from '#lib/shared/result.ts';
import { addresseeReason } from './addressee.ts';
import { type Decided, combineParties } from './combine.ts';
import { dailyRule, decideDaily } from './decide-daily.ts';
import { decideParty } from './decide-party.ts';
import type { Decision, Notes, Refused, RuleBook } from './decision.ts';
import type { DecisionInput, ViolationInput } from './decision-input.ts';
import { governingRules } from './govern.ts';
import { HAND_OVER, crimeComesFirst } from './hand-over.ts';
import { findDoubleRoute, findImpossible } from './impossible-facts.ts';
import { noFine } from './no-fine.ts';
import type { PartyCase } from './party-case.ts';
import type { Provision } from './provision.ts';
import { indexOf } from './rule-index.ts';
import { STAGES } from './stages.ts';

/** What comes of one violation. */
interface Outcome {
	readonly decided: readonly Decided[];
	/** All rules that were found to govern. */
	readonly rules: readonly Provision[];
	/** Waits for the criminal side. */
	readonly handsOver: boolean;
}
type Answer = Outcome | { readonly refused: Refused };

/**
 * The engine: facts and a rule book in, tiers, brackets, reasons and warnings out. The same input gives the same output;
 * it knows no clock. Refuses lawfully where nothing may be computed.
 * @law 行政处罚法 第三十四条
 */
export function decide(input: DecisionInput, book: RuleBook): Decision {
	const notes: Notes = { reasons: [], warnings: [] };
	const outcomes: Outcome[] = [];
	const double = findDoubleRoute(input);
	if (double) return refuseAll(double, { outcomes, book, notes });
	for (const violation of input.violations) {
		const answer = decideViolation(violation, { book, decidedOn: input.decidedOn, notes });
		if ('refused' in answer) {
			return refuseAll({ violation: violation.id, refused: answer.refused }, { outcomes, book, notes });
		}
		outcomes.push(answer);
	}
	const decided = outcomes.length === 1 ? outcomes[0]!.decided : outcomes.flatMap((one) => one.decided);
	const parties = combineParties(decided, book, notes);
	const waits = outcomes.every(({ handsOver }) => handsOver);
	return finish(parties, { outcomes, book, notes }, waits ? HAND_OVER : undefined);
}

interface Sofar {
	readonly outcomes: readonly Outcome[];
	readonly book: RuleBook;
	readonly notes: Notes;
}

function refuseAll({ violation, refused }: { violation: string; refused: Refused }, sofar: Sofar): Decision {
	const { code, text, source } = refused;
	sofar.notes.reasons.push({ violation, step: '拒绝计算', outcome: code, text, source });
	return finish([], sofar, { code, text: `${violation}：${text}`, source });
}

function finish(
	parties: Decision['parties'],
	{ outcomes, book, notes }: Sofar,
	refused: Refused | undefined
): Decision {
	const criminal = new Set(outcomes.flatMap(({ rules }) => rules.flatMap((rule) => rule.criminal)));
	const { id, version } = book.benchmark;
	const decision: Decision = {
		parties,
		criminalCheck: [...criminal],
		reasons: notes.reasons,
		warnings: [...new Set(notes.warnings)],
		benchmark: { id, version }
	};
	return refused ? { ...decision, refused } : decision;
}

interface Setting {
	readonly book: RuleBook;
	readonly decidedOn: DecisionInput['decidedOn'];
	readonly notes: Notes;
}

function decideViolation(violation: ViolationInput, setting: Setting): Answer {
	const { book, notes } = setting;
	const refused = findImpossible(violation, setting.decidedOn, book);
	if (refused) return { refused };
	if (!isProven(violation, notes)) return unproven(violation, book);
	const governing = governingRules(violation, setting, notes);
	if ('refused' in governing) return governing;
	const { rules } = governing;
	const misfit = stageRefusal(violation, rules, book);
	if (misfit) return { refused: misfit };
	const staged = rulesAt(rules, setting, violation);
	const meant = violation.parties.map((party) => namesParty(party, violation, { rules: staged, setting }));
	if (crimeComesFirst(violation, { rules, notes, book })) {
		const decision = noFine(violation.id, rules[0]!.id, { gate: null, tier: '暂不罚款', orderToCorrect: ORDER });
		return { decided: violation.parties.map((party) => ({ party, decision })), rules, handsOver: true };
	}
	const decided: Decided[] = [];
	for (const [place, party] of violation.parties.entries()) {
		const at: PartyCase = { violation, party, book, notes, decidedOn: setting.decidedOn };
		const answer = meant[place] ? decideOne(rules, at) : { ok: true as const, value: notMeant(rules, at) };
		if (!answer.ok) return { refused: withSource(answer.refusal) };
		decided.push({ party, decision: answer.value });
	}
	return { decided, rules, handsOver: false };
}

const ORDER = '责令改正或者限期改正';

/** The rules that speak at the violation's stage; the daily fine is one of its own. */
function rulesAt(rules: readonly Provision[], { book }: Setting, { stage }: ViolationInput): readonly Provision[] {
	const daily = dailyRule(rules, book);
	return daily && isDailyStage(stage, rules, daily) ? [daily] : rules;
}

function namesParty(
	party: ViolationInput['parties'][number],
	violation: ViolationInput,
	{ rules, setting: { book, notes } }: { rules: readonly Provision[]; setting: Setting }
): boolean {
	const { isMeant, step, outcome, text } = addresseeReason(rules, violation, party);
	const source = indexOf(book).textsOf(rules[0]!).source;
	notes.reasons.push({ violation: violation.id, party: party.label ?? party.party, step, outcome, text, source });
	return isMeant;
}

/** Nobody whom the rules mean: no penalty under them. */
function notMeant(rules: readonly Provision[], { violation }: PartyCase) {
	return noFine(violation.id, rules[0]!.id, { gate: null, tier: '不予处罚', orderToCorrect: null });
}

/** N0, said also when the facts stand. */
function isProven({ id, facts: { proven } }: ViolationInput, { reasons }: Notes): boolean {
	const text = proven ? '违法事实清楚，证据充分。' : '违法事实不清或证据不足，不得处罚。';
	const outcome = proven ? '通过' : 'N0';
	reasons.push({ violation: id, step: '事实与证据', outcome, text, source: '行政处罚法第四十条' });
	return proven;
}

function unproven(violation: ViolationInput, { provisions }: RuleBook): Outcome {
	const rule = provisions.get(violation.candidates[0]!)!;
	const decision = noFine(violation.id, rule.id, { gate: 'N0', tier: '不予处罚', orderToCorrect: null });
	return { decided: violation.parties.map((party) => ({ party, decision })), rules: [rule], handsOver: false };
}

const isDailyStage = (stage: ViolationInput['stage'], rules: readonly Provision[], daily: Provision | null) =>
	stage === 'daily' || (stage === 'refused' && daily !== null && rules.includes(daily));

/** Why no rule has the stage; null = one has. */
function stageRefusal({ stage }: ViolationInput, rules: readonly Provision[], book: RuleBook): Refused | null {
	const ids = rules.map(({ id }) => id).join('、');
	if (stage === 'daily') {
		if (dailyRule(rules, book)) return null;
		return withSource({ code: 'no-such-stage', message: `${ids}所在的法没有按日连续处罚的规定。` });
	}
	if (rules.some((rule) => rule.stages[stage])) return null;
	const known = rules.flatMap((rule) => Object.keys(rule.stages)).map((one) => STAGES[one as keyof typeof STAGES]);
	const message = `${ids}没有“${STAGES[stage]}”这一档，只有：${[...new Set(known)].join('、')}。`;
	return withSource({ code: 'no-such-stage', message });
}

function decideOne(rules: readonly Provision[], at: PartyCase) {
	const { stage } = at.violation;
	const daily = dailyRule(rules, at.book);
	if (isDailyStage(stage, rules, daily)) return decideDaily(daily!, at);
	return decideParty(rules, { ...at, stage: stage as Exclude<typeof stage, 'daily'> });
}

/** The rule behind a refusal of a computation. */
const SOURCES: Record<string, string> = {
	'no-such-stage': '安全生产法第六章',
	'facts-missing': '行政处罚法第四十条',
	'impossible-dates': '行政处罚法第四十条',
	'no-original-fine': '安全生产法第一百一十二条'
};

function withSource({ code, message }: Refusal): Refused {
	return { code, text: message, source: SOURCES[code] ?? '行政处罚法第四十条' };
}
