import { type Fen, formatMoney } from '#lib/shared/money.ts';
import type { Notes, PartyDecision, PartyResult, Reason, RuleBook } from './decision.ts';
import type { PartyInput } from './decision-input.ts';
import { SANCTIONS } from './sanctions.ts';
import { kindOf } from './subjects.ts';

export interface Decided {
	readonly party: PartyInput;
	readonly decision: PartyDecision;
}

/** One result a party: fines of separate violations are added, none absorbs another; each sanction stands once. */
export function combineParties(list: readonly Decided[], book: RuleBook, notes: Notes): PartyResult[] {
	const parties = new Map<string, Decided[]>();
	for (const one of list) {
		const key = `${one.party.party}/${one.party.label ?? ''}`;
		parties.set(key, [...(parties.get(key) ?? []), one]);
	}
	if (parties.size > 1 && list.some(({ decision }) => decision.punish)) {
		notes.reasons.push({
			...{ step: '一案多个当事人', outcome: '分别决定', source: '安全生产法有关双罚的规定' },
			text: '单位与个人是不同的当事人：分别裁量、分别告知、分别作出决定，不属于一事二罚。'
		});
	}
	return [...parties.values()].map((decided) => combine(decided, book, notes));
}

function combine(decided: readonly Decided[], book: RuleBook, notes: Notes): PartyResult {
	const { party } = decided[0]!;
	const decisions = decided.map(({ decision }) => decision);
	const fines = decisions.flatMap(({ suggested }) => (suggested === null ? [] : [suggested]));
	const totalSuggested = fines.length > 0 ? fines.reduce((sum, fine) => sum + fine, 0) : null;
	const total = { party, totalSuggested, decisions };
	const hearing = hearingGrounds(total, book);
	const isDiscussed = decisions.some((one) => one.isDiscussed);
	notes.reasons.push(...procedureReasons(total, { hearing, isDiscussed, fines: fines.length }));
	return {
		...{ party: party.party, ...(party.label !== undefined && { label: party.label }) },
		...{ decisions, totalSuggested, otherSanctions: [...new Set(decisions.flatMap(({ sanctions }) => sanctions))] },
		...{ hearingRequired: hearing.length > 0, legalReview: hearing.length > 0, collectiveDiscussion: isDiscussed }
	};
}

/** What must be done before the decision is signed, and after. */
function procedureReasons(
	{ party, totalSuggested, decisions }: Total,
	{ hearing, isDiscussed, fines }: { hearing: readonly string[]; isDiscussed: boolean; fines: number }
): Reason[] {
	const who = { party: party.label ?? party.party };
	const reasons: Reason[] = [];
	if (fines > 1 && totalSuggested !== null) {
		const sum = formatMoney(totalSuggested);
		const text = `${fines}个违法行为分别裁量，合并为${sum}，不吸收，也没有另外的封顶。`;
		reasons.push({ ...who, step: '合并处罚', outcome: sum, text, source: '行政处罚法第二十九条' });
	}
	if (!decisions.some(({ punish }) => punish)) return reasons;
	const isHeard = hearing.length > 0;
	const grounds = isHeard ? `${hearing.join('；')}。` : '拟处罚的数额和种类没有达到听证标准。';
	reasons.push({
		...{ ...who, step: '听证', outcome: isHeard ? '应当告知听证权' : '不需要', text: grounds },
		source: '行政处罚法第六十三条'
	});
	if (isHeard) {
		const text = '经过听证程序的，决定前由法制审核人员审核。';
		reasons.push({ ...who, step: '法制审核', outcome: '需要', text, source: '行政处罚法第五十八条' });
	}
	if (isDiscussed) {
		const text = '减轻处罚，或法定从轻情形与从重因子并存，由负责人集体讨论决定。';
		reasons.push({ ...who, step: '集体讨论', outcome: '需要', text, source: '行政处罚法第五十七条第二款' });
	}
	const text = '决定作出后7个工作日内公示；当事人履行完毕后，可以按当地规定申请信用修复。';
	return [...reasons, { ...who, step: '公示', outcome: '公开', text, source: '安全生产法第七十八条' }];
}

interface Total {
	readonly party: PartyInput;
	readonly totalSuggested: Fen | null;
	readonly decisions: readonly PartyDecision[];
}

/** Why the party must be told of the right to a hearing; empty = need not. Compared is the total of one decision. */
function hearingGrounds({ party, totalSuggested, decisions }: Total, { jurisdiction }: RuleBook): string[] {
	const { hearing } = jurisdiction;
	const threshold = hearing[kindOf(party.party, party.facts.kind)];
	const reaches = (amount: Fen) => amount > threshold || (hearing.inclusive && amount === threshold);
	const grounds: string[] = [];
	const mark = hearing.verified ? '' : '，标准未核实，以本地标准为准';
	if (totalSuggested !== null && reaches(totalSuggested)) {
		grounds.push(
			`罚款合计${formatMoney(totalSuggested)}，达到较大数额（${formatMoney(threshold)}${hearing.inclusive ? '以上' : '以外'}${mark}）`
		);
	}
	const confiscated = decisions.reduce((sum, one) => sum + (one.confiscate ?? 0), 0);
	if (confiscated > 0 && reaches(confiscated)) grounds.push(`没收违法所得${formatMoney(confiscated)}，达到较大数额`);
	const codes = new Set(decisions.flatMap(({ sanctions }) => sanctions));
	for (const code of codes) if (SANCTIONS[code].hearing) grounds.push(`${SANCTIONS[code].label}，不论罚款数额`);
	return grounds;
}
