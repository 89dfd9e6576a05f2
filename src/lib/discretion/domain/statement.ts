import { type Fen, formatMoney } from '#lib/shared/money.ts';
import type { Gate } from './decision.ts';
import type { Amount } from './explain-amount.ts';
import type { Chosen } from './party-case.ts';
import { indexOf } from './rule-index.ts';
import { STAGES } from './stages.ts';
import type { Weighed } from './weigh-factors.ts';

interface Grounds extends Amount {
	readonly weighed: Weighed;
	readonly confiscate: Fen | undefined;
}

/**
 * 说理 in the order of the template: facts → duty → penalty and stage → range → factors with evidence → claims that were
 * not accepted, and why → tier and benchmark → amount. What only the file knows stands in brackets to be filled in.
 */
export function stateReasons(
	at: Chosen,
	{ statutory, weighed, choice, bracket, suggested, confiscate }: Grounds
): string {
	const { benchmark } = at.book;
	const factors: string[] = [];
	const claims: string[] = [];
	for (const { factor, evidence, rejected } of weighed.list) {
		if (rejected === null) factors.push(`${factor.id}${factor.text}（证据：${evidence.join('、')}）`);
		else claims.push(`${factor.id}${factor.text}：${rejected}`);
	}
	const { tier, text } = choice;
	const why = text.endsWith('。') ? text.slice(0, -1) : text;
	const ends =
		bracket.min === bracket.max
			? formatMoney(suggested)
			: `${formatMoney(bracket.min)}至${formatMoney(bracket.max)}${tier === '减轻' ? '（不含上端）' : ''}，建议${formatMoney(suggested)}`;
	const taken = confiscate === undefined ? '' : `另没收违法所得${formatMoney(confiscate)}，不从罚款中扣除。`;
	return (
		opening(at) +
		`法定幅度：${statutory.text}。` +
		`考虑的因子：${factors.length > 0 ? factors.join('；') : '没有成立的从轻或从重因子'}。` +
		`未采纳的主张：${claims.length > 0 ? claims.join('；') : '无'}。` +
		`裁量阶次：${tier}（${why}），依据${benchmark.title}第${benchmark.version}版（${at.decidedOn}适用）。` +
		`数额：${ends}。${taken}` +
		'类案对照：〔填写本机关同类案件〕。'
	);
}

const WHY_NOT: Partial<Record<Gate, string>> = {
	N1: '行为人不满14周岁',
	N2: '行为时没有辨认或控制能力',
	N3: '发现时已过追责时效',
	N4: '当事人证明没有主观过错',
	N5: '违法行为轻微、及时改正、没有造成危害后果，应当不予处罚',
	N6: '初次违法、危害后果轻微、及时改正，可以不予处罚',
	F1: '这一阶段只责令改正，尚不能罚款'
};

/** 说理 of a decision without a fine: why none, and what is ordered instead. */
export function stateWithoutFine(at: Chosen, outcome: { gate: Gate | null; orderToCorrect: string }): string {
	const why = outcome.gate ? (WHY_NOT[outcome.gate] ?? '') : '这一阶段对该当事人没有罚款，处以其他种类的处罚';
	return `${opening(at)}不罚款的理由：${why}。同时${outcome.orderToCorrect}，并教育当事人。`;
}

function opening({ rule, stage, book }: Chosen): string {
	const { source, duties } = indexOf(book).textsOf(rule);
	return (
		`违法事实：${rule.violation}（时间、地点、数量：〔据卷填写〕）。` +
		`违反的义务条款：${duties}。` +
		`处罚依据：${source}，阶段：${STAGES[stage]}。`
	);
}
