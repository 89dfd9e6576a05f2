import type { Day } from '#lib/shared/time.ts';
import { type ActSheet, readAct } from './calculator-act.ts';
import { ACTS, type ActPrefix, MOST_RULES, isKnownName } from './calculator-address.ts';
import { AddressReader } from './calculator-reader.ts';
import type { RuleBook } from './decision.ts';
import type { DecisionInput } from './decision-input.ts';
import type { Provision } from './provision.ts';

/** What an address says, read against the rule book of its place. */
export interface Calculation {
	readonly place: string;
	readonly decidedOn: Day;
	/** Whether every step is shown. */
	readonly isTraced: boolean;
	readonly acts: readonly ActSheet[];
	/** What the engine decides; null = no rule has been chosen yet. */
	readonly input: DecisionInput | null;
	readonly values: Readonly<Record<string, string>>;
	readonly faults: Readonly<Record<string, string>>;
	/** Sentences on what belongs to no field. */
	readonly notices: readonly string[];
	readonly permalink: string;
	/** Answers to questions that are not asked at present; the form takes them along. */
	readonly carried: readonly (readonly [string, string])[];
}

const SHOWN_STRANGERS = 5;
const LABELS: Record<ActPrefix, string> = { '': '行为一', '2.': '行为二', '3.': '行为三' };
/** They say what the page shows, not what the case is. */
const PAGE_WORDS = new Set(['q', 'law', 'pick']);
const isAnswer = (name: string) => isKnownName(name) && !PAGE_WORDS.has(name);

/** The place that an address names; the first one where it names none or one that is not there. */
export function readPlace(parameters: URLSearchParams, places: readonly string[]): string {
	return places.find((place) => place === parameters.get('place')?.trim()) ?? places[0]!;
}

/** Reads the whole address. What means nothing is named in `notices` and changes nothing. */
export function readCalculation(
	parameters: URLSearchParams,
	{ book, places, today }: { book: RuleBook; places: readonly string[]; today: Day }
): Calculation {
	const reader = new AddressReader(parameters);
	const notices: string[] = [];
	const place = reader.choice('place', places);
	const decidedOn = reader.day('decided') ?? today;
	reader.settle('decided', decidedOn);
	const isTraced = reader.flag('why');
	const found = ACTS.map((prefix) => ({ prefix, rules: readRules(reader, prefix, { book, notices }) }));
	const acts = found
		.filter(({ rules }) => rules.length > 0)
		.map(({ prefix, rules }) => readAct(reader, prefix, { rules, book, decidedOn, label: LABELS[prefix] }));
	const strangers = reader.strangers(isKnownName);
	if (strangers.length > 0) {
		const shown = strangers.slice(0, SHOWN_STRANGERS).map((name) => `“${name.slice(0, 20)}”`);
		notices.push(`地址里有不认识的内容，没有使用：${shown.join('、')}${strangers.length > shown.length ? '等' : ''}。`);
	}
	notices.push(...reader.remarks);
	const violations = acts.map(({ violation }) => violation);
	return {
		...{ place, decidedOn, isTraced, notices, acts: acts.map(({ sheet }) => sheet) },
		input: violations.length > 0 ? { decidedOn, jurisdiction: place, violations } : null,
		...{ values: reader.values, faults: reader.faults, permalink: reader.permalink },
		carried: reader.carried(isAnswer)
	};
}

function readRules(
	reader: AddressReader,
	prefix: ActPrefix,
	{ book, notices }: { book: RuleBook; notices: string[] }
): Provision[] {
	const { known, unknown } = reader.list(`${prefix}rule`, (id) => book.provisions.has(id));
	if (unknown.length > 0)
		notices.push(`没有这条罚则：${unknown.slice(0, SHOWN_STRANGERS).join('、')}。请按违法行为的说法重新查找。`);
	if (known.length > MOST_RULES) notices.push(`一个行为最多比较${MOST_RULES}条罚则，后面的没有使用。`);
	return known.slice(0, MOST_RULES).map((id) => book.provisions.get(id)!);
}
