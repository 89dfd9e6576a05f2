import { type Fen, formatMoney, parseMoney } from '#lib/shared/money.ts';
import type { PartyDecision, Range } from './decision.ts';
import { footingsOf, ownDecisions, sameFooting, walkOn } from './marking-footing.ts';
import type { KeyDecision } from './marking-key.ts';
import { partyNames } from './marking-points.ts';
import { readable } from './marking-law.ts';
import { bracketOn } from './marking-path.ts';
import { type Marking, type Outcome, placeOf, verdictsOf } from './marking-verdict.ts';
import type { Verdict } from './practice-answer.ts';
import { SANCTIONS, type SanctionCode } from './sanctions.ts';
import { kindOf } from './subjects.ts';

/** Amounts anywhere in the bracket, sums without absorption, and whether a hearing must be offered for them. */
export function markAmounts(marking: Marking): Verdict[] {
	return verdictsOf('amount', marking, (question, given) => {
		if (question.key.startsWith('fine.')) {
			return judgeFine(
				marking,
				marking.key.decisions.find(({ at }) => at === placeOf(question.key))!,
				given
			);
		}
		const name = partyNames(marking.key)[Number(placeOf(question.key))]!;
		return question.key.startsWith('total.') ? judgeTotal(marking, name, given) : judgeHearing(marking, name, given);
	});
}

/** Whether an amount may stand in a bracket of a tier: of a reduction the upper end is not reached, and a fine is never nothing. */
export function isInside(amount: Fen | null, { min, max }: Range, tier: string): boolean {
	if (amount === null || amount <= 0 || amount < min) return false;
	return tier === '减轻' ? amount < max : amount <= max;
}

function judgeFine(marking: Marking, decision: KeyDecision, given: string): Outcome {
	const amount = parseMoney(given);
	const key = decision.decision;
	const isRight = key?.bracket ? isInside(amount, key.bracket, key.tier) : false;
	const isCarried = !isRight && ownBrackets(marking, decision).some(({ range, tier }) => isInside(amount, range, tier));
	const reason = decision.reasons.find(({ step }) => step === '数额' || step === '按日连续处罚');
	const range = decision.reasons.find(({ step }) => step === '法定幅度')?.text;
	return {
		...{ share: isRight || isCarried ? 1 : 0, isCarried, right: key?.bracket ? describe(key) : '没有罚款' },
		why: readable(`${range ? `法定幅度：${range}。` : ''}${reason?.text ?? '这里没有罚款。'}`, marking.book),
		source: reason?.source ?? ''
	};
}

const describe = ({ tier, bracket }: PartyDecision) =>
	bracket!.min === bracket!.max
		? formatMoney(bracket!.min)
		: `${formatMoney(bracket!.min)}至${formatMoney(bracket!.max)}${tier === '减轻' ? '（不含上端）' : ''}`;

/** The brackets that follow from what the officer said before: the own tier, else the own factors, where the officer stands. */
function ownBrackets(marking: Marking, decision: KeyDecision): { range: Range; tier: string }[] {
	const given = marking.answers.tier?.[`tier.${decision.at}`];
	const { key, own } = footingsOf(marking, decision);
	const footings = sameFooting(key, own) ? [own] : [own, key];
	const byTier = footings.flatMap((footing) => {
		const range = given ? bracketOn(walkOn(marking, decision, footing), given) : null;
		return range && given ? [{ range, tier: given }] : [];
	});
	if (byTier.length > 0) return byTier;
	return ownDecisions(marking, decision).flatMap(({ decided }) =>
		decided.bracket ? [{ range: decided.bracket, tier: decided.tier }] : []
	);
}

/** The fines that the officer set for a party. */
function ownFines({ key, answers }: Marking, name: string): (Fen | null)[] {
	return key.decisions.flatMap((decision) => {
		const given = decision.name === name ? answers.amount?.[`fine.${decision.at}`] : undefined;
		return given === undefined ? [] : [parseMoney(given)];
	});
}

const sumOf = (fines: readonly (Fen | null)[]): Fen => fines.reduce<Fen>((sum, fine) => sum + (fine ?? 0), 0);

function judgeTotal(marking: Marking, name: string, given: string): Outcome {
	const sum = sumOf(ownFines(marking, name));
	return {
		...{ share: parseMoney(given) === sum ? 1 : 0, right: `各项相加：${formatMoney(sum)}` },
		why: '几个违法行为分别裁量、合并处罚：各项罚款相加，重的不吸收轻的，也没有另外的封顶。',
		source: '行政处罚法第二十九条'
	};
}

function judgeHearing(marking: Marking, name: string, given: string): Outcome {
	const total = sumOf(ownFines(marking, name));
	const decisions = marking.key.decisions.filter((one) => one.name === name);
	const byKey = groundsForHearing(marking, decisions, { total, results: decisions.map(({ decision }) => decision) });
	const walked = decisions.map((one) => ownDecisions(marking, one)[0]?.decided ?? one.decision);
	const byOwn = groundsForHearing(marking, decisions, { total, results: walked });
	const say = (grounds: readonly string[]) => (grounds.length > 0 ? 'yes' : 'no');
	const isRight = given === say(byKey);
	const isCarried = !isRight && given === say(byOwn);
	return {
		...{ share: isRight || isCarried ? 1 : 0, isCarried, right: byKey.length > 0 ? '应当告知听证权' : '不需要' },
		why: byKey.length > 0 ? `${byKey.join('；')}。` : '合计数额和处罚种类都没有达到听证标准。',
		source: '行政处罚法第六十三条'
	};
}

interface Heard {
	readonly total: Fen;
	readonly results: readonly (PartyDecision | null)[];
}

/** Why a hearing must be offered for this total and these sanctions; empty = it need not. */
function groundsForHearing({ book }: Marking, [first]: readonly KeyDecision[], { total, results }: Heard): string[] {
	const { hearing } = book.jurisdiction;
	const { party } = first!;
	const threshold = hearing[kindOf(party.party, party.facts.kind)];
	const reaches = (amount: Fen) => amount > threshold || (hearing.inclusive && amount === threshold);
	const taken = results.reduce<Fen>((sum, one) => sum + (one?.confiscate ?? 0), 0);
	const codes = new Set(results.flatMap((one): readonly SanctionCode[] => one?.sanctions ?? []));
	return [
		...(reaches(total) ? [`罚款合计${formatMoney(total)}，达到${formatMoney(threshold)}的标准`] : []),
		...(taken > 0 && reaches(taken) ? [`没收违法所得${formatMoney(taken)}，达到较大数额`] : []),
		...[...codes].filter((code) => SANCTIONS[code].hearing).map((code) => `${SANCTIONS[code].label}，不论罚款数额`)
	];
}
