import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Decided, combineParties } from './combine.ts';
import { decideDaily, dailyRule } from './decide-daily.ts';
import { decideParty, noFine } from './decide-party.ts';
import type { Decision, Notes, PartyDecision, Refused, RuleBook } from './decision.ts';
import type { DecisionInput, PartyInput, ViolationInput } from './decision-input.ts';
import { governingRules } from './govern.ts';
import type { Provision } from './provision.ts';
import { STAGES } from './stages.ts';

/** What comes of one violation. */
interface Outcome {
	readonly decided: readonly Decided[];
	/** All rules that were found to govern. */
	readonly rules: readonly Provision[];
	/** Waits for the criminal side. */
	readonly handsOver: boolean;
}

/**
 * The engine: facts and a rule book in, tiers, brackets, reasons and warnings out. The same input gives the same output;
 * it knows no clock. Refuses lawfully where nothing may be computed.
 * @law 行政处罚法 第三十四条
 */
export function decide(input: DecisionInput, book: RuleBook): Decision {
	const notes: Notes = { reasons: [], warnings: [] };
	const outcomes: Outcome[] = [];
	for (const violation of input.violations) {
		const outcome = decideViolation(violation, { book, decidedOn: input.decidedOn }, notes);
		if (!outcome.ok) {
			const { code, message } = outcome.refusal;
			const source = SOURCES[code] ?? '行政处罚法第三十七条';
			notes.reasons.push({ violation: violation.id, step: '拒绝计算', outcome: code, text: message, source });
			return finish([], { outcomes, book, notes }, { code, text: `${violation.id}：${message}`, source });
		}
		outcomes.push(outcome.value);
	}
	const parties = combineParties(
		outcomes.flatMap(({ decided }) => decided),
		book,
		notes
	);
	return finish(
		parties,
		{ outcomes, book, notes },
		outcomes.every(({ handsOver }) => handsOver) ? HAND_OVER : undefined
	);
}

/** The rule behind a refusal, where it is not the law in time. */
const SOURCES: Record<string, string> = {
	'no-such-stage': '安全生产法第六章',
	'facts-missing': '行政处罚法第四十条',
	'impossible-dates': '行政处罚法第四十条',
	'no-original-fine': '安全生产法第一百一十二条',
	'wrong-subject': '安全生产法第一百一十二条'
};
const HAND_OVER: Refused = {
	code: 'crime-first',
	text: '涉嫌犯罪，先移送司法机关，不得以罚代刑；没有追究刑事责任退回的，再计算罚款。',
	source: '行政处罚法第二十七条'
};

function finish(
	parties: Decision['parties'],
	{ outcomes, book, notes }: { outcomes: readonly Outcome[]; book: RuleBook; notes: Notes },
	refused: Refused | undefined
): Decision {
	const { id, version } = book.benchmark;
	const criminal = outcomes.flatMap(({ rules }) => rules.flatMap((rule) => rule.criminal));
	return {
		...{ parties, criminalCheck: [...new Set(criminal)], reasons: notes.reasons },
		...{ warnings: [...new Set(notes.warnings)], benchmark: { id, version } },
		...(refused && { refused })
	};
}

type Setting = { book: RuleBook; decidedOn: DecisionInput['decidedOn'] };

function decideViolation(violation: ViolationInput, setting: Setting, notes: Notes): Result<Outcome> {
	const impossible = checkDates(violation, setting.decidedOn);
	if (impossible) return refuse('impossible-dates', impossible);
	if (!violation.facts.proven) return ok(unproven(violation, setting.book, notes));
	const governing = governingRules(violation, setting, notes);
	if ('refused' in governing) return refuse(governing.refused.code, governing.refused.text);
	const { rules } = governing;
	if (crimeComesFirst(violation, { rules, notes })) {
		const decided = violation.parties.map((party) => ({
			party,
			decision: noFine(
				{ violation, rule: rules[0]! },
				{ gate: null, tier: '暂不罚款', orderToCorrect: '责令改正或者限期改正' }
			)
		}));
		return ok({ decided, rules, handsOver: true });
	}
	const decided: Decided[] = [];
	for (const party of violation.parties) {
		const decision = decideOne(party, { violation, rules, setting, notes });
		if (!decision.ok) return decision;
		decided.push({ party, decision: decision.value });
	}
	return ok({ decided, rules, handsOver: false });
}

/** Dates that cannot be true together; null = they can. */
function checkDates({ actEndedOn, facts }: ViolationInput, decidedOn: string): string | null {
	const { discoveredOn, orderServedOn, reinspectedOn } = facts;
	if (actEndedOn !== null && actEndedOn > decidedOn) return `行为终了日${actEndedOn}晚于决定日${decidedOn}。`;
	if (discoveredOn !== undefined && discoveredOn > decidedOn) return `发现日${discoveredOn}晚于决定日${decidedOn}。`;
	if (orderServedOn !== undefined && reinspectedOn !== undefined && reinspectedOn < orderServedOn) {
		return `复查日${reinspectedOn}早于责令改正文书送达日${orderServedOn}。`;
	}
	if (reinspectedOn !== undefined && reinspectedOn > decidedOn) return `复查日${reinspectedOn}晚于决定日${decidedOn}。`;
	return null;
}

function unproven(violation: ViolationInput, { provisions }: RuleBook, { reasons }: Notes): Outcome {
	const rule = provisions.get(violation.candidates[0]!)!;
	const text = '违法事实不清或证据不足，不得处罚。';
	reasons.push({ violation: violation.id, step: '事实与证据', outcome: 'N0', text, source: '行政处罚法第四十条' });
	const decision = noFine({ violation, rule }, { gate: 'N0', tier: '不予处罚', orderToCorrect: null });
	return { decided: violation.parties.map((party) => ({ party, decision })), rules: [rule], handsOver: false };
}

function crimeComesFirst(
	{ id, facts }: ViolationInput,
	{ rules, notes }: { rules: readonly Provision[]; notes: Notes }
): boolean {
	const first = facts.crimeSuspected && !facts.crimeReturned;
	const articles = [...new Set(rules.flatMap(({ criminal }) => criminal))];
	const list = articles.length > 0 ? `要核对刑法第${articles.join('、')}条` : '没有对应的刑法条文提示';
	const text = first
		? `${HAND_OVER.text}${list}。`
		: `${facts.crimeReturned ? '司法机关已退回，没有追究刑事责任' : '没有发现犯罪嫌疑'}；${list}。`;
	notes.reasons.push({
		violation: id,
		step: '涉嫌犯罪',
		outcome: first ? '移送' : '通过',
		text,
		source: HAND_OVER.source
	});
	return first;
}

interface One {
	readonly violation: ViolationInput;
	readonly rules: readonly Provision[];
	readonly setting: Setting;
	readonly notes: Notes;
}

function decideOne(party: PartyInput, { violation, rules, setting: { book }, notes }: One): Result<PartyDecision> {
	const { stage } = violation;
	const daily = dailyRule(rules, book);
	if (stage === 'daily' || (stage === 'refused' && daily !== null && rules.includes(daily))) {
		if (daily) return decideDaily(daily, { violation, party, book }, notes);
		return refuse('no-such-stage', `${rules[0]!.id}所在的法没有按日连续处罚的规定。`);
	}
	const staged = rules.filter((rule) => rule.stages[stage]);
	if (staged.length === 0) {
		const known = rules.flatMap((rule) => Object.keys(rule.stages)).map((one) => STAGES[one as keyof typeof STAGES]);
		return refuse(
			'no-such-stage',
			`${rules.map(({ id }) => id).join('、')}没有“${STAGES[stage]}”这一档，只有：${[...new Set(known)].join('、')}。`,
			'stage'
		);
	}
	return decideParty(rules, { violation, party, stage, book, notes });
}
