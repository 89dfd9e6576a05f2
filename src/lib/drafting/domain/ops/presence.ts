import type { Path } from '../path.ts';
import type { Scope } from '../scope.ts';
import { textOf } from '../value.ts';
import { type Verdict, PASSED, passIf, violated } from '../verdict.ts';
import { amountOf } from './amount.ts';
import type { Operations } from './operation.ts';

/** What is there at all: these judge a missing value instead of being not applicable. */
export const PRESENCE: Operations<
	'required' | 'required_all' | 'required_any' | 'min_items' | 'is_true' | 'all_true' | 'not_true' | 'doc_present'
> = {
	required: ({ path }, scope) => requireAll([path], scope),
	required_all: ({ paths }, scope) => requireAll(paths, scope),
	required_any: ({ paths }, scope) =>
		passIf(
			paths.some((path) => (scope.valueOf(path) ?? false) !== false),
			() => violated(paths[0]!, `${labels(paths, scope, '、')}至少写明一项`)
		),
	min_items: ({ path, n, distinct }, scope) => {
		const list = scope.valueOf(path);
		const items = Array.isArray(list) ? (list as unknown[]) : [];
		const least = amountOf(n, scope);
		const count = distinct === undefined ? items.length : countDistinct(items, distinct);
		const what = distinct === undefined ? '' : '不重复的';
		return passIf(count >= least, () =>
			violated(path, `${scope.labelOf(path)}至少要有${least}项${what}内容，现有${count}项`)
		);
	},
	is_true: ({ path }, scope) => requireTrue([path], scope),
	all_true: ({ paths }, scope) => requireTrue(paths, scope),
	not_true: ({ path }, scope) =>
		passIf(scope.valueOf(path) !== true, () => violated(path, `${scope.labelOf(path)}不应为“是”`)),
	doc_present: ({ docs }, scope) => {
		const missing = docs.filter((id) => !Object.hasOwn(scope.documents, id));
		return passIf(missing.length === 0, () =>
			violated({ text: `d.${missing[0]}` }, `缺少${missing.map((id) => `《${scope.titleOf(id)}》`).join('、')}`)
		);
	}
};

function requireAll(paths: readonly Path[], scope: Scope): Verdict {
	const missing = paths.filter((path) => scope.valueOf(path) === undefined);
	return missing.length === 0 ? PASSED : violated(missing[0]!, `没有写明${labels(missing, scope, '、')}`);
}

function requireTrue(paths: readonly Path[], scope: Scope): Verdict {
	const untrue = paths.filter((path) => scope.valueOf(path) !== true);
	return untrue.length === 0 ? PASSED : violated(untrue[0]!, `${labels(untrue, scope, '、')}没有记为“是”`);
}

function labels(paths: readonly Path[], scope: Scope, comma: string): string {
	return paths.map((path) => scope.labelOf(path)).join(comma);
}

/** Different values of one part; items without it do not count. */
function countDistinct(items: readonly unknown[], key: string): number {
	const values = items.map((item) => (item as Record<string, unknown> | null)?.[key]);
	return new Set(values.filter((value) => value !== undefined && value !== null && value !== '').map(textOf)).size;
}
