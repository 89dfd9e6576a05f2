import { parseMoney } from '#lib/shared/money.ts';
import { isInside } from './marking-amounts.ts';
import { type Answers, type Verdict } from './practice-answer.ts';
import { modelAnswer } from './practice-model.ts';
import { type Asking, nameOf } from './practice-questions.ts';
import type { Trap } from './trap.ts';
import type { FineView, TrapView } from './practice-view.ts';

/** Every fine of the key with the amount that was given for it. */
export function finesOf({ one, key }: Asking, { amount }: Answers): FineView[] {
	return key.decisions.flatMap(({ at, name, violation, decision }) => {
		if (!decision?.statutory || !decision.bracket || decision.suggested === null) return [];
		const given = parseMoney(amount?.[`fine.${at}`] ?? '');
		const { tier, statutory, bracket, suggested } = decision;
		const about = key.violations.length > 1 ? `${name} · ${nameOf({ one, key }, violation)}` : name;
		return [{ about, tier, statutory, bracket, suggested, given, isInside: isInside(given, bracket, tier) }];
	});
}

/** The reasons as the engine would state them. */
export const modelText = (asking: Asking, answers: Answers): string =>
	modelAnswer('reasons', asking, answers)['text'] ?? '';

type Sign = (verdict: Verdict) => boolean;
const asks =
	(step: string): Sign =>
	({ key }) =>
		key.startsWith(`${step}.`);
const answered =
	(step: string, test: (verdict: Verdict) => boolean): Sign =>
	(verdict) =>
		asks(step)(verdict) && test(verdict);
const saysNot = ({ right }: Verdict) => right.startsWith('不计');

/** By which questions a trap shows: wrong at one of them = fallen into. */
const SIGNS: Readonly<Record<number, Sign>> = {
	1: asks('fine'),
	2: asks('fine'),
	3: answered('claim', ({ right }) => right.includes('没有证据')),
	4: asks('gate'),
	5: answered('gate', ({ right }) => right.startsWith('这一阶段')),
	6: asks('stage'),
	7: answered('claim', ({ right }) => /构成要件|同一事实/.test(right)),
	8: asks('gate'),
	9: asks('fine'),
	10: asks('fine'),
	11: asks('tier'),
	12: asks('law'),
	13: answered('claim', ({ right }) => right.includes('不是裁量因子')),
	14: asks('hearing'),
	15: asks('gate'),
	16: answered('claim', ({ right }) => right.includes('不是裁量因子')),
	17: asks('total'),
	18: ({ key, right }) => key === 'text' && right.includes('义务条款'),
	19: answered('gate', ({ right }) => right.startsWith('这一阶段')),
	20: asks('gate')
};

/** A claim that does not count is a trap only for whoever counted it; a statement only where it lacks the duty. */
function isFallen({ key, earned, of, given, right }: Verdict): boolean {
	if (key === 'text') return right.includes('✗ 义务条款');
	return saysNot({ right } as Verdict) ? given === '计入' : earned < of;
}

/** Whether a trap was avoided; null = not met on the way that was taken. */
export function isTrapAvoided(number: number, verdicts: readonly Verdict[]): boolean | null {
	const met = verdicts.filter(SIGNS[number] ?? (() => false));
	return met.length === 0 ? null : !met.some(isFallen);
}

/** The traps of a case, each with what became of it and how to avoid it. */
export function trapsOf({ one }: Asking, verdicts: readonly Verdict[], catalogue: readonly Trap[]): TrapView[] {
	return catalogue
		.filter(({ number }) => one.traps.includes(number))
		.map(({ number, title, avoid }) => ({ number, title, avoid, isAvoided: isTrapAvoided(number, verdicts) }));
}
