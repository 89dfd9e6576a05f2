import { type Fen, formatMoney } from '#lib/shared/money.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { daysBetween } from '#lib/shared/time.ts';
import type { Notes, PartyDecision, RuleBook } from './decision.ts';
import type { PartyInput, ViolationInput } from './decision-input.ts';
import type { Provision } from './provision.ts';
import { meets } from './subjects.ts';

const isDaily = (rule: Provision) =>
	rule.stages.refused?.fines.some(({ kind }) => kind === 'daily_multiple_of_original_fine') ?? false;

/** The rule of the daily fine for these rules: one of them, or the one of the same law; null = the law has none. */
export function dailyRule(rules: readonly Provision[], { provisions }: RuleBook): Provision | null {
	const own = rules.find(isDaily);
	const law = rules[0]?.penalty.law;
	return own ?? [...provisions.values()].find((one) => one.penalty.law === law && isDaily(one)) ?? null;
}

/**
 * The original fine for each day from the day after the order that was disobeyed to the re-inspection that found it so.
 * @law 安全生产法 第一百一十二条
 */
export function decideDaily(
	rule: Provision,
	{ violation, party, book }: { violation: ViolationInput; party: PartyInput; book: RuleBook },
	{ reasons, warnings }: Notes
): Result<PartyDecision> {
	const fine = violation.facts.originalFine;
	if (!rule.subjects.some((one) => meets(one, party.party))) {
		return refuse('wrong-subject', `按日连续处罚只对${rule.subjects.join('、')}，不对${party.party}。`);
	}
	if (fine === undefined || fine === 0) {
		return refuse('no-original-fine', '按日连续处罚以已经受过罚款为前提；原来只有责令、没有罚款的，不适用。');
	}
	const days = countDays(violation, book);
	if (!days.ok) return days;
	const amount: Fen = fine * days.value;
	const { orderServedOn, reinspectedOn } = violation.facts;
	const text = `自责令改正之日（${orderServedOn}）的次日起，至复查日（${reinspectedOn}）${book.jurisdiction.daily.inclusive ? '（含）' : '（不含）'}共${days.value}日，每日${formatMoney(fine)}，合计${formatMoney(amount)}，可以处罚。`;
	const who = { violation: violation.id, party: party.label ?? party.party };
	reasons.push({
		...who,
		step: '按日连续处罚',
		outcome: formatMoney(amount),
		text,
		source: '安全生产法第一百一十二条'
	});
	warnings.push(
		'同一期间不得再按“逾期未改正”一档处罚：两条路线只能选一条。',
		`按日连续处罚的终止日：${book.jurisdiction.daily.note}。`
	);
	const range = { min: amount, max: amount };
	return ok({
		...{ violation: violation.id, provision: rule.id, punish: true, gate: null, tier: '固定' },
		...{ statutory: range, bracket: range, suggested: amount, orderToCorrect: '责令改正', sanctions: [] },
		...{ isDiscussed: false, statement: text }
	});
}

function countDays(
	{ facts: { orderServedOn, reinspectedOn } }: ViolationInput,
	{ jurisdiction }: RuleBook
): Result<number> {
	if (orderServedOn === undefined || reinspectedOn === undefined) {
		return refuse(
			'facts-missing',
			'按日连续处罚要写明责令改正文书的送达日和复查日。',
			orderServedOn === undefined ? 'orderServedOn' : 'reinspectedOn'
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
