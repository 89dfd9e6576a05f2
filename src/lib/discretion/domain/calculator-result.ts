import type { Fen } from '#lib/shared/money.ts';
import { type Ruler, rulerOf } from './calculator-bracket.ts';
import type { Source, SourceFinder } from './calculator-links.ts';
import type { Decision, Gate, PartyDecision, PartyResult, Range, Reason, RuleBook, Tier } from './decision.ts';
import type { DecisionInput, ViolationInput } from './decision-input.ts';
import { SANCTIONS } from './sanctions.ts';

/** One step of the engine as the page shows it. */
export interface ReasonLine {
	readonly step: string;
	readonly outcome: string;
	readonly text: string;
	readonly source: Source;
}

/** What one party gets for one act. */
export interface DecisionCard {
	readonly act: string;
	readonly rule: Source;
	readonly tier: Tier;
	readonly gate: Gate | null;
	readonly isPunished: boolean;
	readonly ruler: Ruler | null;
	readonly statutory: Range | null;
	readonly bracket: Range | null;
	readonly suggested: Fen | null;
	readonly confiscate: Fen | null;
	readonly order: string | null;
	/** Names of the gates that did not fire. */
	readonly passed: readonly string[];
	/** The step that decided where nothing is fined. */
	readonly decisive: ReasonLine | null;
	readonly factors: readonly { readonly isCounted: boolean; readonly text: string }[];
	readonly statement: string;
	/** Every step, where it is asked for. */
	readonly trace: readonly ReasonLine[];
}

export interface PartyCard {
	readonly title: string;
	readonly decisions: readonly DecisionCard[];
	readonly total: Fen | null;
	readonly sanctions: readonly string[];
	/** Hearing, legal review, discussion. */
	readonly todo: readonly ReasonLine[];
	/** What holds for all acts of the party, where it is asked for. */
	readonly trace: readonly ReasonLine[];
}

export interface ResultView {
	readonly refused: { readonly code: string; readonly text: string; readonly source: Source } | null;
	readonly parties: readonly PartyCard[];
	/** What holds for all parties – the law that governs, the criminal side –, where it is asked for. */
	readonly trace: readonly ReasonLine[];
	readonly warnings: readonly string[];
	readonly crimes: readonly { readonly article: string; readonly text: string }[];
}

interface Facts {
	readonly input: DecisionInput;
	readonly book: RuleBook;
	readonly finder: SourceFinder;
	/** Every step with its article: three times as much as the outcome. */
	readonly isTraced: boolean;
}

const PASSED = '通过';
const FACTOR = '裁量因子';
const NOT_COUNTED = '不计';
/** What has to be done before the decision is signed. */
const TO_DO: readonly string[] = ['听证', '法制审核', '集体讨论'];

/** A decision put in order for reading: by party and act, each step with the article it rests on. */
export function viewOf(decision: Decision, facts: Facts): ResultView {
	const { input, book, finder, isTraced } = facts;
	const line = ({ step, outcome, text, source }: Reason): ReasonLine => ({
		...{ step, outcome: finder.readable(outcome), text: finder.readable(text), source: finder.source(source) }
	});
	const crimes = new Map(book.frame.criminalIndex.map((one) => [one.article, one.text]));
	const { refused, reasons } = decision;
	const isOnly = input.violations.length === 1;
	const shorten = (text: string) => (isOnly ? text.replace(`${input.violations[0]!.id}：`, '') : text);
	return {
		refused: refused
			? {
					...{ code: refused.code, text: shorten(finder.readable(refused.text)) },
					source: finder.source(refused.source)
				}
			: null,
		parties: decision.parties.map((party) => partyCard(party, reasons, { facts, line })),
		trace: isTraced ? reasons.filter(({ party, step }) => party === undefined && step !== '拒绝计算').map(line) : [],
		// A claim that does not count stands at its factor already.
		warnings: decision.warnings.filter((text) => !/：\S{1,3}没有计入/.test(text)).map((text) => finder.readable(text)),
		crimes: decision.criminalCheck.map((article) => ({ article, text: crimes.get(article) ?? '' }))
	};
}

type Line = (reason: Reason) => ReasonLine;

function partyCard(
	result: PartyResult,
	reasons: readonly Reason[],
	{ facts, line }: { facts: Facts; line: Line }
): PartyCard {
	const title = result.label ?? result.party;
	const own = reasons.filter(({ party }) => party === title);
	const general = own.filter(({ violation }) => violation === undefined);
	return {
		...{ title, total: result.totalSuggested },
		decisions: result.decisions.map((one) => decisionCard(one, { title, reasons: own, facts, line })),
		sanctions: result.otherSanctions.map((code) => SANCTIONS[code].label),
		todo: general.filter(({ step }) => TO_DO.includes(step)).map(line),
		trace: facts.isTraced ? general.filter(({ step }) => !TO_DO.includes(step)).map(line) : []
	};
}

function decisionCard(
	decision: PartyDecision,
	{ title, reasons, facts, line }: { title: string; reasons: readonly Reason[]; facts: Facts; line: Line }
): DecisionCard {
	const own = reasons.filter(({ violation }) => violation === decision.violation);
	const { tier, gate, statutory, bracket, suggested, statement } = decision;
	const violation = facts.input.violations.find(({ id }) => id === decision.violation)!;
	const steps = own.filter(({ outcome, step }) => outcome !== PASSED && step !== FACTOR);
	const decisive = suggested === null ? steps.at(-1) : undefined;
	return {
		...{ act: decision.violation, tier, gate, isPunished: decision.punish, statutory, bracket, suggested },
		rule: ruleSource(decision.provision, facts),
		ruler: drawn(decision, title, { ...facts, violation }),
		confiscate: decision.confiscate ?? null,
		order: decision.orderToCorrect,
		passed: own.filter(({ outcome }) => outcome === PASSED).map(({ step }) => step),
		decisive: decisive ? line(decisive) : null,
		factors: own
			.filter(({ step }) => step === FACTOR)
			.map(({ outcome, text }) => ({ isCounted: outcome !== NOT_COUNTED, text })),
		// Where nothing is fined, the step that decided is the reason.
		statement: statement || facts.finder.readable(decisive?.text ?? ''),
		trace: facts.isTraced ? own.filter(({ step }) => step !== FACTOR).map(line) : []
	};
}

function ruleSource(id: string, { book, finder }: Facts): Source {
	const { law, article } = book.provisions.get(id)!.penalty;
	return { text: finder.nameOf(id), law, article };
}

function drawn(
	decision: PartyDecision,
	title: string,
	{ violation, book }: Pick<Facts, 'book'> & { violation: ViolationInput }
) {
	const party = violation.parties.find((one) => (one.label ?? one.party) === title);
	return party ? rulerOf(decision, { violation, party, book }) : null;
}

/** What one place makes of the same case, in one line a party. */
export interface PlaceLine {
	readonly party: string;
	readonly act: string;
	readonly tier: Tier;
	readonly bracket: Range | null;
	readonly suggested: Fen | null;
	readonly isHeard: boolean;
}

/** The outcome of another place, for a table beside this one. */
export function placeLines({ parties }: Pick<Decision, 'parties'>): PlaceLine[] {
	return parties.flatMap(({ label, party, decisions, hearingRequired }) =>
		decisions.map(({ violation, tier, bracket, suggested }) => ({
			...{ party: label ?? party, act: violation, tier, bracket, suggested, isHeard: hearingRequired }
		}))
	);
}
