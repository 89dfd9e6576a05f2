import type { Path } from './path.ts';
import type { Scope } from './scope.ts';
import { textOf } from './value.ts';

export type Literal = string | number | boolean;

/** When a rule applies. A missing value makes every condition false except `ne` and `missing`, which hold. */
export type Condition =
	| { readonly path: Path; readonly op: 'eq' | 'ne'; readonly value: Literal }
	| { readonly path: Path; readonly op: 'in' | 'includes_any'; readonly value: readonly Literal[] }
	| { readonly path: Path; readonly op: 'gt'; readonly value: number }
	/** `value` names a parameter. */
	| { readonly path: Path; readonly op: 'gte_param'; readonly value: string }
	| { readonly path: Path; readonly op: 'exists' | 'missing' };

export function holds(condition: Condition, scope: Scope): boolean {
	const value = scope.valueOf(condition.path);
	switch (condition.op) {
		case 'missing':
			return value === undefined;
		case 'exists':
			return value !== undefined;
		case 'ne':
			return value === undefined || !isSame(value, condition.value);
		case 'eq':
			return value !== undefined && isSame(value, condition.value);
		case 'in':
			return value !== undefined && condition.value.some((one) => isSame(value, one));
		case 'includes_any':
			return Array.isArray(value) && value.some((item) => condition.value.some((one) => isSame(item, one)));
		case 'gt':
			return value !== undefined && Number(value) > condition.value;
		case 'gte_param':
			return value !== undefined && Number(value) >= Number(scope.parameters[condition.value]);
	}
}

/** A flag is only like a flag; texts and figures are compared as they are written. */
function isSame(value: unknown, literal: Literal): boolean {
	return typeof literal === 'boolean' || typeof value === 'boolean'
		? value === literal
		: textOf(value) === textOf(literal);
}
