import { amountInWords, readAmountInWords } from '#lib/shared/amount-in-words.ts';
import { fenOf } from '#lib/shared/money.ts';
import { daysBetween } from '#lib/shared/time.ts';
import { type Comparison, isPath } from '../check.ts';
import type { Path } from '../path.ts';
import type { Scope } from '../scope.ts';
import { textOf } from '../value.ts';
import { NOT_APPLICABLE, PASSED, passIf, violated } from '../verdict.ts';
import { amountOf } from './amount.ts';
import type { Operations } from './operation.ts';

/** Half a fen: what is lost when an amount is rounded to the fen; the rest is the dust of binary fractions. */
const HALF_FEN = 0.005 + 1e-9;

const IS_SO: Record<Comparison, (left: number, right: number) => boolean> = {
	'<': (left, right) => left < right,
	'<=': (left, right) => left <= right,
	'>': (left, right) => left > right,
	'>=': (left, right) => left >= right,
	'==': (left, right) => left === right
};
const WORDS: Record<Comparison, string> = {
	...{ '<': '应小于', '<=': '不能超过', '>': '应大于', '>=': '不能少于', '==': '应等于' }
};

const figureAt = (path: Path, scope: Scope) => Number(scope.valueOf(path));

export const FIGURES: Operations<'num_cmp' | 'sum_eq' | 'late_fine' | 'amount_upper'> = {
	num_cmp: ({ a, cmp, b }, scope) => {
		const [left, right] = [figureAt(a, scope), amountOf(b, scope)];
		const other = isPath(b) ? `${scope.labelOf(b)}（${right}）` : String(right);
		return passIf(IS_SO[cmp](left, right), () => violated(a, `${scope.labelOf(a)}是${left}，${WORDS[cmp]}${other}`));
	},
	sum_eq: ({ parts, total }, scope) => {
		const present = parts.filter((part) => scope.valueOf(part) !== undefined);
		if (present.length === 0 || scope.valueOf(total) === undefined) return NOT_APPLICABLE;
		const sum = present.reduce((before, part) => before + figureAt(part, scope), 0);
		const said = figureAt(total, scope);
		const names = present.map((part) => scope.labelOf(part)).join('与');
		return passIf(Math.abs(sum - said) <= HALF_FEN, () =>
			violated(total, `${names}之和是${toFen(sum)}，写的是${said}`)
		);
	},
	late_fine: ({ principal, due, as_of, suspended, amount, rate }, scope) => {
		const late = daysBetween(dayAt(due, scope), dayAt(as_of, scope)) - figureAt(suspended, scope);
		const fine = figureAt(principal, scope);
		const right = Math.min(fine, fine * amountOf(rate, scope) * Math.max(0, late));
		const said = figureAt(amount, scope);
		return passIf(Math.abs(said - right) <= HALF_FEN, () =>
			violated(amount, `逾期${Math.max(0, late)}日，应为${toFen(right)}元（以罚款本数为限），写的是${said}元`)
		);
	},
	amount_upper: ({ num, upper }, scope) => {
		const [yuan, words] = [figureAt(num, scope), textOf(scope.valueOf(upper))];
		const read = readAmountInWords(words);
		if (!read.ok) return violated(upper, `${scope.labelOf(upper)}“${words}”：${read.refusal.message}`);
		const fen = Math.round(yuan * 100);
		if (read.value === fen) return PASSED;
		return violated(upper, `${scope.labelOf(upper)}“${words}”与小写${yuan}元不符，应为“${amountInWords(fen)}”`);
	}
};

const dayAt = (path: Path, scope: Scope) => textOf(scope.valueOf(path)).slice(0, 10);

/** For people: no more than two decimals. */
const toFen = (yuan: number) => fenOf(Math.round(yuan * 100) / 100) / 100;
