import { amountInWords } from '#lib/shared/amount-in-words.ts';
import { fenOf, yuanOf } from '#lib/shared/money.ts';
import { daysBetween } from '#lib/shared/time.ts';
import { type Comparison, type Checks, isPath } from '../check.ts';
import type { Path } from '../path.ts';
import { textOf } from '../value.ts';
import { mixedUp } from './break-texts.ts';
import { type Ground, type Turns, figureOf, spotAt, turned, valueOf } from './ground.ts';
import { type Change, set } from './place.ts';

/** A step in which people get a figure of this size wrong. */
const stepOf = (figure: number) => (figure >= 100_000 ? 10_000 : figure >= 10_000 ? 5000 : figure >= 1000 ? 500 : 1);

const toYuan = (yuan: number) => yuanOf(Math.round(yuan * 100));

/** Figures that do not stand in this relation to the limit, the nearest first. */
function wrongFor(cmp: Comparison, limit: number): readonly number[] {
	const step = stepOf(limit);
	const wrong: Record<Comparison, readonly number[]> = {
		'<': [limit, limit + step],
		'<=': [limit + step, limit + 2 * step],
		'>': [limit, limit - step],
		'>=': [limit - step, limit - 2 * step],
		'==': step === 1 ? mixedUp(limit) : [limit + step, limit - step, limit + 2 * step]
	};
	return wrong[cmp].filter((figure) => figure > 0);
}

const TURNED_ROUND: Record<Comparison, Comparison> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==' };

const put = (path: Path, values: readonly number[], ground: Ground): Change[] => {
	const spot = spotAt(path, ground);
	return spot ? values.map((value) => [set(spot, value)]) : [];
};

export const FIGURES: Turns<'num_cmp' | 'sum_eq' | 'late_fine' | 'amount_upper'> = {
	num_cmp: ({ a, cmp, b }, ground) => {
		const own = put(a, wrongFor(cmp, figureOf(b, ground)), ground);
		const other = isPath(b) ? put(b, wrongFor(TURNED_ROUND[cmp], figureOf(a, ground)), ground) : [];
		return [...turned(own, ground.random), ...other];
	},
	sum_eq: ({ total }, ground) => {
		const sum = figureOf(total, ground);
		return put(total, turned([sum - stepOf(sum), sum + stepOf(sum), sum + 100], ground.random), ground);
	},
	late_fine: (check, ground) => {
		const right = rightLateFine(check, ground);
		const day = figureOf(check.principal, ground) * figureOf(check.rate, ground);
		const wrong = [right + day, right - day, right * 2, right / 10].map(toYuan).filter((yuan) => yuan > 0);
		return put(check.amount, turned(wrong, ground.random), ground);
	},
	amount_upper: ({ num, upper }, ground) => {
		const fen = fenOf(toYuan(figureOf(num, ground)));
		const step = stepOf(figureOf(num, ground)) * 100;
		const spot = spotAt(upper, ground);
		const plain = amountInWords(fen).replace(/整$/, '');
		const wrong = [amountInWords(fen + step), plain, amountInWords(fen * 10)];
		return spot ? turned(wrong, ground.random).map((words) => [set(spot, words)]) : [];
	}
};

/** What a fine for late payment comes to, in yuan. */
export function rightLateFine(check: Checks['late_fine'], ground: Ground): number {
	const dayAt = (path: Path) => textOf(valueOf(path, ground)).slice(0, 10);
	const late = daysBetween(dayAt(check.due), dayAt(check.as_of)) - figureOf(check.suspended, ground);
	const principal = figureOf(check.principal, ground);
	return toYuan(Math.min(principal, principal * figureOf(check.rate, ground) * Math.max(0, late)));
}
