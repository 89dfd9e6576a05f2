import { type Day, isDay } from '#lib/shared/time.ts';
import type { Gate, Notes, RuleBook } from './decision.ts';
import type { PartyInput, ViolationInput } from './decision-input.ts';
import { contradictionsOf } from './impossible-facts.ts';
import type { Provision } from './provision.ts';
import { indexOf, rowKey } from './rule-index.ts';
import { kindOf } from './subjects.ts';

/**
 * The gates before any amount, in their order; each says why it fires or not. N0 is asked in `decide`, before any law.
 *
 * | gate | rule                                                        | source            |
 * | ---- | ----------------------------------------------------------- | ----------------- |
 * | N0   | facts or evidence not established: no penalty               | 行政处罚法 40     |
 * | N1   | under 14                                                    | 行政处罚法 30     |
 * | N2   | mental incapacity at the time                               | 行政处罚法 31     |
 * | N3   | found more than two years (five: harm) after the act ended  | 行政处罚法 36     |
 * | N4   | the party has proven that there was no fault                | 行政处罚法 33 二  |
 * | N5   | minor, corrected in time, no harm, on the list: must not    | 行政处罚法 33 一  |
 * | N6   | first time, slight harm, corrected in time, on the list: may not | 行政处罚法 33 一 |
 */
interface Check {
	readonly fires: boolean;
	readonly text: string;
	/** What the officer must still look at. */
	readonly warning?: string;
}

/** What the gates look at. */
interface GateFacts {
	readonly violation: ViolationInput;
	readonly party: PartyInput;
	readonly rule: Provision;
	readonly book: RuleBook;
	readonly decidedOn: Day;
}

const MINORITY = 14;
const YEARS = { usual: 2, harm: 5 } as const;

/**
 * The party's way through the gates: each is told, whether it fires or not, up to the first that fires. Null = none does.
 * N0 was asked before any law was looked for.
 */
export function passGates(facts: GateFacts, { reasons, warnings }: Notes): Gate | null {
	const violation = facts.violation.id;
	const party = facts.party.label ?? facts.party.party;
	for (const { gate, step, source, check } of GATES) {
		const { fires, text, warning } = check(facts);
		reasons.push({ violation, party, step, outcome: fires ? gate : '通过', text, source });
		if (warning) warnings.push(`${violation}：${warning}`);
		if (fires) return gate;
	}
	return null;
}

const PASSED = {
	age: { fires: false, text: '没有不满14周岁的情形。' },
	mind: { fires: false, text: '没有丧失责任能力的情形。' },
	goesOn: { fires: false, text: '行为仍在继续，时效没有起算。' },
	unknownDay: { fires: false, text: '没有写发现日期，按时效内处理。' },
	fault: { fires: false, text: '当事人没有证明自己没有主观过错（举证责任在当事人）。' }
} as const;

const isPerson = ({ party, facts }: PartyInput) => kindOf(party, facts.kind) === 'person';

function ageGate({ party }: GateFacts): Check {
	const { age } = party.facts;
	if (age === undefined || age >= MINORITY || !isPerson(party)) return PASSED.age;
	return { fires: true, text: '不满14周岁，不予处罚，责令监护人管教。' };
}

function mindGate({ party }: GateFacts): Check {
	const { mentalIncapacity, reducedCapacity } = party.facts;
	if (!(mentalIncapacity || reducedCapacity) || !isPerson(party)) return PASSED.mind;
	if (mentalIncapacity) return { fires: true, text: '行为时不能辨认或控制自己的行为，不予处罚。' };
	const text = '行为时没有完全丧失辨认或控制能力：可以从轻或者减轻，由执法人员说明理由，不自动计入因子。';
	return { fires: false, text, warning: `${party.label ?? party.party}${text}` };
}

/** The same day some years later; where the month has no such day, its last (29 February → 28 February). */
function yearsAfter(day: Day, years: number): Day {
	const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
	return day.endsWith('-02-29') && !isDay(moved) ? `${moved.slice(0, 4)}-02-28` : moved;
}

function timeGate({ violation: { actEndedOn, facts }, decidedOn }: GateFacts): Check {
	if (actEndedOn === null) return PASSED.goesOn;
	const years = facts.lifeHealthHarm ? YEARS.harm : YEARS.usual;
	const last = yearsAfter(actEndedOn, years);
	if (facts.discoveredOn === undefined) {
		if (decidedOn <= last) return PASSED.unknownDay;
		const warning = `没有写发现日期，而决定时已过${years}年时效（至${last}），要核对何时发现。`;
		return { ...PASSED.unknownDay, warning };
	}
	const fires = facts.discoveredOn > last;
	const end = fires ? '已过，不再处罚' : '止，没有超过';
	return { fires, text: `行为终了于${actEndedOn}，${facts.discoveredOn}发现，时效${years}年，至${last}${end}。` };
}

function faultGate({ party: { facts }, rule }: GateFacts): Check {
	if (!facts.noFaultProven) return PASSED.fault;
	if (rule.faultException === undefined) return { fires: true, text: '当事人有证据足以证明没有主观过错，不予处罚。' };
	return { fires: false, text: `当事人证明没有主观过错，但法律另有规定：${rule.faultException}。` };
}

const CORRECTED = ['及时改正', 'correctedInTime'] as const;
/** The three legal conditions of each list gate, all of them needed. */
const CONDITIONS = {
	N5: [['违法行为轻微', 'minor'], CORRECTED, ['没有造成危害后果', 'noHarm']],
	N6: [['初次违法', 'firstTime'], ['危害后果轻微', 'slightHarm'], CORRECTED]
} as const;
const LIST_GATES = {
	N5: { step: '轻微不罚', answer: '应当不予处罚' },
	N6: { step: '首违不罚', answer: '可以不予处罚，默认不罚，执法人员说明理由可以处罚' }
} as const;

/**
 * The no-penalty lists: three legal conditions, a row of the list, and the conditions for using a list at all.
 * @law 行政处罚法 第三十三条第一款
 */
function listGate(gate: 'N5' | 'N6', { violation, rule, book }: GateFacts): Check {
	const { facts, stage } = violation;
	const { step, answer } = LIST_GATES[gate];
	const lacking: string[] = [];
	for (const [name, fact] of CONDITIONS[gate]) if (!facts[fact]) lacking.push(name);
	const isLegal = lacking.length === 0;
	const row = indexOf(book).listRows.get(rowKey(gate, rule.id));
	if (!row) lacking.push('清单没有列入这一违法行为');
	else if (!facts.listRowMet) lacking.push(`不符合清单条件（${row.condition}）`);
	if (stage !== 'first') lacking.push('已不在首次查实阶段');
	if (row) lacking.push(...unmetConditions(violation, rule, book));
	if (lacking.length === 0) {
		const met = CONDITIONS[gate].map(([name]) => name).join('、');
		const text = `${met}，符合清单：${answer}。仍应作出决定、说明理由并教育当事人。`;
		return { fires: true, text };
	}
	const check = { fires: false, text: `不适用：${lacking.join('；')}。` };
	if (!isLegal || stage !== 'first') return check;
	return {
		...check,
		warning: `${step}的三个法定条件都具备，但${lacking.join('；')}：不罚须逐项说明理由，默认继续裁量。`
	};
}

function unmetConditions({ facts, parties }: ViolationInput, rule: Provision, book: RuleBook): string[] {
	const isHazard = rule.majorHazard === 'element' || contradictionsOf('noMajorHazard', parties, book).length > 0;
	return book.jurisdiction.noPenalty.conditions
		.filter(({ id }) => !facts.listConditions[id] || (id === 'noMajorHazard' && isHazard))
		.map(({ text }) => `适用清单的前提没有证明：${text}`);
}

interface GateRow {
	readonly gate: Gate;
	readonly step: string;
	readonly source: string;
	readonly check: (facts: GateFacts) => Check;
}
const LISTS = '行政处罚法第三十三条第一款';
const GATES: readonly GateRow[] = [
	{ gate: 'N1', step: '年龄', source: '行政处罚法第三十条', check: ageGate },
	{ gate: 'N2', step: '责任能力', source: '行政处罚法第三十一条', check: mindGate },
	{ gate: 'N3', step: '追责时效', source: '行政处罚法第三十六条', check: timeGate },
	{ gate: 'N4', step: '主观过错', source: '行政处罚法第三十三条第二款', check: faultGate },
	{ gate: 'N5', step: LIST_GATES.N5.step, source: LISTS, check: (facts) => listGate('N5', facts) },
	{ gate: 'N6', step: LIST_GATES.N6.step, source: LISTS, check: (facts) => listGate('N6', facts) }
];
