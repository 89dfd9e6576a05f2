import { formatMoney } from '#lib/shared/money.ts';
import type { Reason, RuleBook } from './decision.ts';
import type { PartyTotal } from './party-case.ts';
import { type SanctionCode, MERE_ORDERS, SANCTIONS } from './sanctions.ts';
import { kindOf } from './subjects.ts';

interface Hooks {
	/** Why a hearing must be offered; empty = need not. */
	readonly grounds: readonly string[];
	readonly isDiscussed: boolean;
	readonly book: RuleBook;
}

/** What must be done before the decision is signed, and after. */
export function procedureReasons(total: PartyTotal, hooks: Hooks): Reason[] {
	const party = total.party.label ?? total.party.party;
	const say: Say = (step, outcome, { text, source }) => ({ party, step, outcome, text, source });
	const reasons = mergingReasons(total, say);
	if (!total.decisions.some(({ punish }) => punish)) return reasons;
	const { grounds, isDiscussed } = hooks;
	const isHeard = grounds.length > 0;
	const why = isHeard
		? `${grounds.join('；')}。告知后5个工作日内可以要求听证，举行前7个工作日通知。`
		: '拟处罚的数额和种类没有达到听证标准；处罚前仍应告知事实、理由、依据和陈述申辩权。';
	reasons.push(say('听证', isHeard ? '应当告知听证权' : '不需要', { text: why, source: '行政处罚法第六十三条' }));
	reasons.push(procedureKind(total, hooks, say));
	if (isHeard)
		reasons.push(
			say('法制审核', '需要', { text: '经过听证程序的，决定前由法制审核人员审核。', source: '行政处罚法第五十八条' })
		);
	if (isDiscussed) {
		const text = '减轻处罚，或法定从轻情形与从重因子并存，由负责人集体讨论决定。';
		reasons.push(say('集体讨论', '需要', { text, source: '行政处罚法第五十七条第二款' }));
	}
	if (total.totalSuggested !== null) reasons.push(paymentReason(total.totalSuggested, say));
	const text = '决定作出后7个工作日内公示；当事人履行完毕后，可以按当地规定申请信用修复。';
	return [...reasons, say('公示', '公开', { text, source: '安全生产法第七十八条' })];
}

type Say = (step: string, outcome: string, grounds: { text: string; source: string }) => Reason;

function mergingReasons({ totalSuggested, decisions }: PartyTotal, say: Say): Reason[] {
	if (decisions.length < 2) return [];
	const reasons: Reason[] = [];
	const fines = decisions.filter(({ suggested }) => suggested !== null);
	if (fines.length > 1) {
		const sum = formatMoney(totalSuggested!);
		const text = `${fines.length}个违法行为分别裁量（${fines.map((one) => formatMoney(one.suggested!)).join(' + ')}），合并为${sum}，不吸收，也没有另外的封顶。`;
		reasons.push(say('合并处罚', sum, { text, source: '行政处罚法第二十九条' }));
	}
	const codes = decisions.flatMap(({ sanctions }) => sanctions);
	const twice = [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))].filter(isPenalty);
	if (twice.length > 0) {
		const labels = twice.map((code) => SANCTIONS[code].label).join('、');
		reasons.push(
			say('同种处罚', labels, { text: `数个违法行为都要${labels}的，只处一次。`, source: '行政处罚法第二十九条' })
		);
	}
	return reasons;
}

const isPenalty = (code: SanctionCode) => !MERE_ORDERS.includes(code) && code !== 'confiscate_income';

/**
 * On the spot only small fines of nothing else; all others within ninety days of opening the case.
 * @law 行政处罚法 第五十一条
 */
function procedureKind({ party, totalSuggested, decisions }: PartyTotal, { book }: Hooks, say: Say): Reason {
	const { simpleProcedure } = book.frame;
	const limit = simpleProcedure[kindOf(party.party, party.facts.kind)];
	const isSmall = totalSuggested !== null && totalSuggested <= limit;
	if (isSmall && decisions.every(({ sanctions }) => sanctions.length === 0)) {
		const text = `罚款不超过${formatMoney(limit)}，事实确凿的可以当场处罚。`;
		return say('程序', '可以适用简易程序', { text, source: '行政处罚法第五十一条' });
	}
	return say('程序', '普通程序', {
		text: '不适用当场处罚；自立案之日起90日内作出决定。',
		source: '行政处罚法第六十条'
	});
}

/** Hundredths of the fine that each day of delay adds. */
const LATE_PERCENT = 3;

function paymentReason(total: number, say: Say): Reason {
	const daily = Math.round((total * LATE_PERCENT) / 100);
	const text = `收到决定书后15日内缴纳；逾期每日加处罚款的3%即${formatMoney(daily)}，加处总额不超过罚款${formatMoney(total)}；经济困难的可以申请延期或者分期，不影响数额。`;
	return say('缴纳', '15日', { text, source: '行政处罚法第七十二条' });
}
