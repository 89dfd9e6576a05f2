import { quote, textOf } from '../value.ts';
import { NOT_APPLICABLE, PASSED, passIf, violated } from '../verdict.ts';
import type { Operations } from './operation.ts';

/** Texts and plain values, compared as they are written, without the blanks round them. */
export const TEXTS: Operations<'eq' | 'all_eq' | 'all_same' | 'regex' | 'contains_any' | 'forbid_terms'> = {
	eq: ({ a, b }, scope) => {
		const [left, right] = [textOf(scope.valueOf(a)), textOf(scope.valueOf(b))];
		return passIf(left === right, () =>
			violated(
				a,
				`${scope.labelOf(a)}写的是“${scope.wordFor(a, left)}”，${scope.labelOf(b)}是“${scope.wordFor(b, right)}”`
			)
		);
	},
	all_eq: ({ pairs }, scope) => {
		const wrong = pairs.find(({ path, value }) => textOf(scope.valueOf(path)) !== textOf(value));
		if (!wrong) return PASSED;
		const { path } = wrong;
		const [wanted, found] = [wrong.value, scope.valueOf(path)].map((one) => scope.wordFor(path, textOf(one)));
		return violated(path, `${scope.labelOf(path)}应为${wanted}，写的是${found}`);
	},
	all_same: ({ paths }, scope) => {
		const present = paths.flatMap((path) => {
			const value = scope.valueOf(path);
			return value === undefined ? [] : [{ path, text: textOf(value) }];
		});
		const [first] = present;
		if (!first) return NOT_APPLICABLE;
		const other = present.find(({ text }) => text !== first.text);
		if (!other) return PASSED;
		const [one, two] = [first, other].map(({ path, text }) => `${scope.labelOf(path)}是“${scope.wordFor(path, text)}”`);
		return violated(other.path, `${one}，${two}`);
	},
	regex: ({ path, pattern }, scope) => {
		const text = textOf(scope.valueOf(path));
		return passIf(pattern.test(text), () => violated(path, `${scope.labelOf(path)}“${text}”的写法不对`));
	},
	contains_any: ({ path, terms }, scope) => {
		const text = textOf(scope.valueOf(path));
		return passIf(
			terms.some((term) => text.includes(term)),
			() => violated(path, `${scope.labelOf(path)}里没有${quote(terms)}中的任何一个`)
		);
	},
	forbid_terms: ({ path, terms }, scope) => {
		const text = textOf(scope.valueOf(path));
		const found = terms.filter((term) => text.includes(term));
		return passIf(found.length === 0, () => violated(path, `${scope.labelOf(path)}里出现${quote(found)}`));
	}
};
