import { type Fen, formatMoney } from '#lib/shared/money.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { daysBetween } from '#lib/shared/time.ts';
import type { PartyDecision, RuleBook } from './decision.ts';
import type { ViolationInput } from './decision-input.ts';
import { passGates } from './gates.ts';
import { noFine } from './no-fine.ts';
import type { PartyCase } from './party-case.ts';
import type { Provision } from './provision.ts';
import { indexOf, isDaily } from './rule-index.ts';

const ORDER = '责令改正';
const SOURCE = '安全生产法第一百一十二条';

/** The rule of the daily fine for these rules: one of them, or the one of the same law; null = the law has none. */
export function dailyRule(rules: readonly Provision[], book: RuleBook): Provision | null {
	const law = rules[0]?.penalty.law;
	return rules.find(isDaily) ?? (law === undefined ? null : (indexOf(book).dailyOf.get(law) ?? null));
}

/**
 * The original fine for each day from the day after the order that was disobeyed to the re-inspection that found it so.
 * @law 安全生产法 第一百一十二条
 */
export function decideDaily(
	rule: Provision,
	{ violation, party, book, notes, decidedOn }: PartyCase
): Result<PartyDecision> {
	const fine = violation.facts.originalFine;
	if (fine === undefined || fine === 0) {
		return refuse('no-original-fine', '按日连续处罚以已经受过罚款为前提；原来只有责令、没有罚款的，不适用。');
	}
	const days = countDays(violation, book);
	if (!days.ok) return days;
	const gate = passGates({ violation, party, rule, book, decidedOn }, notes);
	if (gate) return ok(noFine(violation.id, rule.id, { gate, tier: '不予处罚', orderToCorrect: ORDER }));
	const amount: Fen = fine * days.value;
	const { orderServedOn, reinspectedOn } = violation.facts;
	const end = book.jurisdiction.daily.inclusive ? '（含）' : '（不含）';
	const text = `自责令改正之日（${orderServedOn}）的次日起，至复查日（${reinspectedOn}）${end}共${days.value}日，每日${formatMoney(fine)}，合计${formatMoney(amount)}，可以处罚。`;
	const who = { violation: violation.id, party: party.label ?? party.party };
	notes.reasons.push({ ...who, step: '按日连续处罚', outcome: formatMoney(amount), text, source: SOURCE });
	notes.warnings.push(
		'同一期间不得再按“逾期未改正”一档处罚：两条路线只能选一条。',
		`按日连续处罚的终止日：${book.jurisdiction.daily.note}。`,
		'按日连续处罚是“可以”，罚与不罚都要说明理由；每日数额就是原罚款数额，因子不再计入。',
		lateRemark(fine)
	);
	const range = { min: amount, max: amount };
	return ok({
		...{ violation: violation.id, provision: rule.id, punish: true, gate: null, tier: '固定' },
		...{ statutory: range, bracket: range, suggested: amount, orderToCorrect: ORDER, sanctions: [] },
		...{ isDiscussed: false, statement: text }
	});
}

/** The unpaid original fine grows by itself, and apart from the daily fine. */
function lateRemark(fine: Fen): string {
	const daily = Math.max(Math.round((fine * 3) / 100), 1);
	return `原罚款没有缴纳的，另按每日3%加处${formatMoney(daily)}，到第${Math.ceil(fine / daily)}日为止，不超过${formatMoney(fine)}；与按日连续处罚是两回事（行政处罚法第七十二条）。`;
}

function countDays(
	{ facts: { orderServedOn, reinspectedOn } }: ViolationInput,
	{ jurisdiction }: RuleBook
): Result<number> {
	if (!orderServedOn || !reinspectedOn) {
		return refuse(
			'facts-missing',
			'按日连续处罚要写明责令改正文书的送达日和复查日。',
			orderServedOn ? 'reinspectedOn' : 'orderServedOn'
		);
	}
	const days = daysBetween(orderServedOn, reinspectedOn) - (jurisdiction.daily.inclusive ? 0 : 1);
	if (days < 1)
		return refuse(
			'impossible-dates',
			`复查日${reinspectedOn}不晚于责令改正之日${orderServedOn}，没有可以计罚的日数。`,
			'reinspectedOn'
		);
	return ok(days);
}
