import type { Path } from '../path.ts';
import type { Scope } from '../scope.ts';
import { quote, textOf, textsOf } from '../value.ts';
import { PASSED, passIf, violated } from '../verdict.ts';
import type { Operations } from './operation.ts';

const read = (path: Path, scope: Scope) => textsOf(scope.valueOf(path));
/** Values as people call them: “单位”、“个人”. */
const words = (path: Path, values: readonly string[], scope: Scope) =>
	values.map((value) => scope.wordFor(path, value));
const without = (texts: readonly string[], others: readonly string[]) =>
	[...new Set(texts)].filter((text) => !others.includes(text));

/** Lists as sets of texts; blanks round a text do not count. */
export const LISTS: Operations<
	'each_has' | 'in_set' | 'same_set' | 'subset' | 'subset_const' | 'disjoint' | 'not_in' | 'none_equal'
> = {
	each_has: ({ path, keys }, scope) => {
		const items = scope.valueOf(path);
		for (const [index, item] of (Array.isArray(items) ? items : [items]).entries()) {
			const missing = keys.find((key) => isMissing(item, key));
			if (missing === undefined) continue;
			const at = `${path.text}[${index}].${missing}`;
			const label = scope.labelOf({ ...path, steps: [...listOf(path), { key: missing, each: false }] });
			return violated({ text: at }, `第${index + 1}项没有写明${label}`);
		}
		return PASSED;
	},
	in_set: ({ path, values }, scope) => {
		const odd = without(read(path, scope), values);
		return passIf(odd.length === 0, () =>
			violated(
				path,
				`${scope.labelOf(path)}不能是${quote(words(path, odd, scope))}，应为${words(path, values, scope).join('、')}`
			)
		);
	},
	same_set: ({ a, b }, scope) => {
		const [left, right] = [read(a, scope), read(b, scope)];
		const [extra, missing] = [without(left, right), without(right, left)];
		const said = [
			missing.length > 0 && `缺${quote(words(b, missing, scope))}`,
			extra.length > 0 && `多${quote(words(a, extra, scope))}`
		].filter((text) => text !== false);
		return passIf(said.length === 0, () =>
			violated(a, `${scope.labelOf(a)}与${scope.labelOf(b)}不一致：${said.join('，')}`)
		);
	},
	subset: ({ a, b }, scope) => {
		const extra = without(read(a, scope), read(b, scope));
		return passIf(extra.length === 0, () => violated(a, `${scope.labelOf(b)}里没有${quote(words(a, extra, scope))}`));
	},
	subset_const: ({ values, b }, scope) => {
		const missing = without(values, read(b, scope));
		return passIf(missing.length === 0, () =>
			violated(b, `${scope.labelOf(b)}缺少${words(b, missing, scope).join('、')}`)
		);
	},
	disjoint: ({ a, b }, scope) => {
		const others = read(b, scope);
		const shared = [...new Set(read(a, scope))].filter((text) => others.includes(text));
		return passIf(shared.length === 0, () =>
			violated(a, `${quote(words(a, shared, scope))}同时在${scope.labelOf(a)}和${scope.labelOf(b)}里`)
		);
	},
	not_in: ({ a, b }, scope) => {
		const value = textOf(scope.valueOf(a));
		return passIf(!read(b, scope).includes(value), () =>
			violated(a, `${scope.labelOf(a)}“${scope.wordFor(a, value)}”也在${scope.labelOf(b)}里`)
		);
	},
	none_equal: ({ path, value }, scope) =>
		passIf(!read(path, scope).includes(value), () =>
			violated(path, `${scope.labelOf(path)}里有“${scope.wordFor(path, value)}”`)
		)
};

/** A path to a list as a path to its items. */
const listOf = ({ steps }: Path) =>
	steps.map((step, index) => (index === steps.length - 1 ? { ...step, each: true } : step));

function isMissing(item: unknown, key: string): boolean {
	const value = typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : undefined;
	return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
