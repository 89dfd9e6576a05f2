import type { ContradictedFact } from './benchmark.ts';
import type { Refused, RuleBook } from './decision.ts';
import type { DecisionInput, PartyInput, ViolationInput } from './decision-input.ts';
import { DECISION_STAGES, type DecisionStage } from './stages.ts';

/**
 * Facts that cannot be true together. A fact that is left out is unknown and contradicts nothing.
 *
 * | facts                                                          | rule that they break |
 * | -------------------------------------------------------------- | -------------------- |
 * | any day after the decision; a first order before the discovery | 行政处罚法 40             |
 * | re-inspection or deadline before the order                     | 行政处罚法 40             |
 * | overdue, re-inspected on or before the last day                | the stage itself     |
 * | overdue or refused, without an order or a re-inspection        | the stage itself     |
 * | corrected in time, and overdue or refused                      | the stage itself     |
 * | first violation, with an earlier penalty as a factor           | 行政处罚法 33 一           |
 * | no harm, and actual harm as a fact or as a factor              | 行政处罚法 33 一           |
 * | the daily fine and 逾期 for one period                           | 安全生产法 112            |
 */
const EVIDENCE = '行政处罚法第四十条';
const MINOR = '行政处罚法第三十三条第一款';

const AFTER_ORDER: readonly DecisionStage[] = ['overdue', 'refused', 'daily'];

/** Why the facts of a violation cannot be; null = they can. */
export function findImpossible(violation: ViolationInput, decidedOn: string, book: RuleBook): Refused | null {
	return impossibleDates(violation, decidedOn) ?? impossibleStage(violation) ?? impossibleMerits(violation, book);
}

const dates = (text: string): Refused => ({ code: 'impossible-dates', text, source: EVIDENCE });

function impossibleDates({ stage, actEndedOn, facts }: ViolationInput, decidedOn: string): Refused | null {
	const { discoveredOn: found, orderServedOn: order, correctionDueOn: due, reinspectedOn: again } = facts;
	if (actEndedOn !== null && actEndedOn > decidedOn) return dates(`行为终了日${actEndedOn}晚于决定日${decidedOn}。`);
	if (found && found > decidedOn) return dates(`发现日${found}晚于决定日${decidedOn}。`);
	if (order && order > decidedOn) return dates(`责令改正文书送达日${order}晚于决定日${decidedOn}。`);
	if (again && again > decidedOn) return dates(`复查日${again}晚于决定日${decidedOn}。`);
	// After an order, the day of discovery may be the day on which the act was found to go on.
	if (order && found && order < found && !AFTER_ORDER.includes(stage))
		return dates(`责令改正文书送达日${order}早于发现日${found}。`);
	if (order && again && again < order) return dates(`复查日${again}早于责令改正文书送达日${order}。`);
	if (order && due && due < order) return dates(`改正期限${due}早于责令改正文书送达日${order}。`);
	return null;
}

function impossibleStage({ stage, facts }: ViolationInput): Refused | null {
	if (!AFTER_ORDER.includes(stage)) return null;
	const label = DECISION_STAGES[stage];
	const refused = (code: string, text: string): Refused => ({ code, text, source: EVIDENCE });
	const needs = `“${label}”要有责令改正的文书、送达和复查记录`;
	if (facts.orderServedOn === null) return refused('no-order', `${needs}，本案没有送达责令改正文书。`);
	if (facts.reinspectedOn === null) return refused('no-reinspection', `${needs}，本案没有复查，只能按“首次查实”。`);
	if (stage !== 'daily' && facts.reinspectedOn !== undefined && facts.orderServedOn === undefined) {
		return refused('no-order', `${needs}，写了复查日而没有送达日。`);
	}
	const { correctionDueOn: due, reinspectedOn: again } = facts;
	if (stage === 'overdue' && due && again && again <= due) {
		return refused('deadline-not-passed', `复查日${again}时改正期限（至${due}）还没有届满，不是“${label}”。`);
	}
	if (facts.correctedInTime) return refused('impossible-facts', `已经及时改正，就不会是“${label}”。`);
	return null;
}

const hasEvidence = ({ evidence }: PartyInput['factors'][number]) => evidence.some((text) => text.trim() !== '');

/** The factors with evidence that contradict a fact of the file, by the benchmark. */
export function contradictionsOf(
	fact: ContradictedFact,
	parties: readonly PartyInput[],
	{ benchmark }: RuleBook
): string[] {
	const against = benchmark.factors.filter(({ contradicts }) => contradicts?.includes(fact));
	if (against.length === 0) return [];
	const claimed = parties.flatMap(({ factors }) => factors.filter(hasEvidence).map(({ id }) => id));
	return against.map(({ id }) => id).filter((id) => claimed.includes(id));
}

function impossibleMerits({ facts, parties }: ViolationInput, book: RuleBook): Refused | null {
	const refused = (text: string): Refused => ({ code: 'impossible-facts', text, source: MINOR });
	if (facts.noHarm && facts.lifeHealthHarm) return refused('“没有造成危害后果”与“已经造成危害后果”不能同时成立。');
	for (const [fact, label] of [
		['firstTime', '初次违法'],
		['noHarm', '没有造成危害后果']
	] as const) {
		const [factor] = facts[fact] ? contradictionsOf(fact, parties, book) : [];
		if (factor) return refused(`“${label}”与因子${factor}（有证据）不能同时成立。`);
	}
	return null;
}

const nameOf = ({ party, label }: PartyInput) => `${party}/${label ?? ''}`;

/** 逾期 and the daily fine for one party and one period are two routes of which one is to be chosen; null = no such pair. */
export function findDoubleRoute({ violations }: DecisionInput): { violation: string; refused: Refused } | null {
	for (const daily of violations.filter(({ stage }) => stage === 'daily')) {
		const twin = violations.find((one) => one.stage === 'overdue' && isOnePeriod(one, daily));
		if (!twin) continue;
		const text = `${twin.id}按“逾期未改正”、${daily.id}按日连续处罚，是同一期间：两条路线只能选一条。`;
		return { violation: daily.id, refused: { code: 'same-period', text, source: '安全生产法第一百一十二条' } };
	}
	return null;
}

function isOnePeriod(one: ViolationInput, other: ViolationInput): boolean {
	const names = one.parties.map(nameOf);
	if (!other.parties.some((party) => names.includes(nameOf(party)))) return false;
	if (one.candidates.some((id) => other.candidates.includes(id))) return true;
	const isSame = (key: 'orderServedOn' | 'reinspectedOn') => !!one.facts[key] && one.facts[key] === other.facts[key];
	return isSame('orderServedOn') && isSame('reinspectedOn');
}
