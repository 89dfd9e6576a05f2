import { type Day, isDay } from '#lib/shared/time.ts';
import type { Gate, Reason, RuleBook } from './decision.ts';
import type { PartyInput, ViolationInput } from './decision-input.ts';
import { LIST_CONDITIONS } from './jurisdiction.ts';
import type { Provision } from './provision.ts';
import { kindOf } from './subjects.ts';

/**
 * The gates before any amount, in their order; each says why it fires or not.
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
export interface GateCheck {
	readonly gate: Gate;
	readonly step: string;
	readonly source: string;
	readonly fires: boolean;
	readonly text: string;
}

/** What the gates look at. */
export interface GateFacts {
	readonly violation: ViolationInput;
	readonly party: PartyInput;
	readonly rule: Provision;
	readonly book: RuleBook;
}

const MINORITY = 14;
const YEARS = { usual: 2, harm: 5 } as const;

/** Every gate with its answer; the first that fires decides. */
export function checkGates(facts: GateFacts): GateCheck[] {
	return [provenGate(facts), ...personGates(facts), timeGate(facts), faultGate(facts), ...listGates(facts)];
}

/** The reasons of the gates up to the first that fires. */
export function gateReasons({ violation, party }: GateFacts, checks: readonly GateCheck[]): Reason[] {
	const end = checks.findIndex(({ fires }) => fires);
	return checks.slice(0, end < 0 ? undefined : end + 1).map(({ gate, step, source, fires, text }) => ({
		...{ violation: violation.id, party: party.label ?? party.party },
		...{ step, outcome: fires ? gate : '通过', text, source }
	}));
}

function provenGate({ violation: { facts } }: GateFacts): GateCheck {
	return {
		...{ gate: 'N0', step: '事实与证据', source: '行政处罚法第四十条', fires: !facts.proven },
		text: facts.proven ? '违法事实清楚，证据充分。' : '违法事实不清或证据不足，不得处罚。'
	};
}

function personGates({ party }: GateFacts): GateCheck[] {
	const { age, mentalIncapacity } = party.facts;
	const isPerson = kindOf(party.party, party.facts.kind) === 'person';
	const isChild = isPerson && age !== undefined && age < MINORITY;
	const isIncapable = isPerson && mentalIncapacity;
	return [
		{
			...{ gate: 'N1', step: '年龄', source: '行政处罚法第三十条', fires: isChild },
			text: isChild ? '不满14周岁，不予处罚，责令监护人管教。' : '没有不满14周岁的情形。'
		},
		{
			...{ gate: 'N2', step: '责任能力', source: '行政处罚法第三十一条', fires: isIncapable },
			text: isIncapable ? '行为时不能辨认或控制自己的行为，不予处罚。' : '没有丧失责任能力的情形。'
		}
	];
}

/** The same day some years later; 29 February becomes 1 March. */
function yearsAfter(day: Day, years: number): Day {
	const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
	return isDay(moved) ? moved : `${moved.slice(0, 4)}-03-01`;
}

function timeGate({ violation: { actEndedOn, facts } }: GateFacts): GateCheck {
	const head = { gate: 'N3' as const, step: '追责时效', source: '行政处罚法第三十六条' };
	const years = facts.lifeHealthHarm ? YEARS.harm : YEARS.usual;
	if (actEndedOn === null) return { ...head, fires: false, text: '行为仍在继续，时效没有起算。' };
	if (facts.discoveredOn === undefined) return { ...head, fires: false, text: '没有写发现日期，按时效内处理。' };
	const last = yearsAfter(actEndedOn, years);
	const fires = facts.discoveredOn > last;
	const text = `行为终了于${actEndedOn}，${facts.discoveredOn}发现，时效${years}年，至${last}${fires ? '已过，不再处罚' : '止，没有超过'}。`;
	return { ...head, fires, text };
}

function faultGate({ party: { facts } }: GateFacts): GateCheck {
	return {
		...{ gate: 'N4', step: '主观过错', source: '行政处罚法第三十三条第二款', fires: facts.noFaultProven },
		text: facts.noFaultProven ? '当事人有证据足以证明没有主观过错，不予处罚。' : '当事人没有证明自己没有主观过错。'
	};
}

function listGates({ violation: { facts, stage }, rule, book }: GateFacts): GateCheck[] {
	const { rows, conditions } = book.jurisdiction.noPenalty;
	const unmet = conditions.filter(({ id }) => LIST_CONDITIONS.includes(id) && !facts.listConditions[id]);
	const check = (gate: 'N5' | 'N6', held: readonly [string, boolean][]): GateCheck => {
		const row = rows.find((one) => one.gate === gate && one.provision === rule.id);
		const lacking = held.filter(([, holds]) => !holds).map(([name]) => name);
		if (!row) lacking.push('清单没有列入这一违法行为');
		else if (!facts.listRowMet) lacking.push(`不符合清单条件（${row.condition}）`);
		if (stage !== 'first') lacking.push('已不在首次查实阶段');
		if (row) lacking.push(...unmet.map(({ text }) => `适用清单的前提没有满足：${text}`));
		const fires = lacking.length === 0;
		const yes = gate === 'N5' ? '应当不予处罚' : '可以不予处罚，默认不罚，执法人员说明理由可以处罚';
		return {
			...{ gate, step: gate === 'N5' ? '轻微不罚' : '首违不罚', source: '行政处罚法第三十三条第一款', fires },
			text: fires ? `${held.map(([name]) => name).join('、')}，符合清单：${yes}。` : `不适用：${lacking.join('；')}。`
		};
	};
	const corrected: [string, boolean] = ['及时改正', facts.correctedInTime];
	return [
		check('N5', [['违法行为轻微', facts.minor], corrected, ['没有造成危害后果', facts.noHarm]]),
		check('N6', [['初次违法', facts.firstTime], ['危害后果轻微', facts.slightHarm], corrected])
	];
}
