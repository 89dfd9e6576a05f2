import type { Check } from '#lib/drafting/domain/check.ts';
import { type Values, parsePath } from '#lib/drafting/domain/path.ts';
import type { Rule } from '#lib/drafting/domain/rule.ts';
import { openScope } from '#lib/drafting/domain/scope.ts';
import type { Statute } from '#lib/drafting/domain/statute.ts';

const STATUTES: readonly Statute[] = [
	{
		id: 'up-to',
		law: '灯火法',
		article: '7',
		items: [1, 2],
		unitFine: [0, 100],
		personFine: null,
		description: '无罩'
	},
	{
		id: 'range',
		law: '灯火法',
		article: '8',
		items: null,
		unitFine: [50, 100],
		personFine: [10, 20],
		description: '无油'
	},
	{
		...{
			id: 'income',
			law: '灯火法',
			article: '9',
			items: null,
			unitFine: null,
			personFine: null,
			description: '失火'
		},
		incomePercent: [60, 100]
	}
];

export interface Surroundings {
	readonly c?: Values;
	readonly d?: Record<string, Values>;
	readonly p?: Record<string, number>;
}

/** A scope over invented statutes; labels are the paths themselves. */
export const scopeWith = (fields: Values, { c = {}, d = {}, p = {} }: Surroundings = {}) =>
	openScope({
		...{ fields, documents: d, case: c, parameters: p },
		statutes: new Map(STATUTES.map((row) => [row.id, row])),
		labelOf: ({ text }) => text,
		wordFor: (_, value) => value,
		titleOf: (id) => id
	});

/** Operands as rule files write them: texts that are paths become paths. */
export function operand(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(operand);
	if (typeof value === 'object' && value !== null && !(value instanceof RegExp)) {
		return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, operand(one)]));
	}
	return (typeof value === 'string' && parsePath(value)) || value;
}

export const ruleOf = (check: object, more: Partial<Rule> = {}): Rule => ({
	...{ id: 'X-01', requirement: '要求', kind: 'procedure', severity: 'major', points: 5, basis: '依据' },
	...{ basisStatus: 'practice', citations: [], when: [], unless: [], check: operand(check) as Check, ...more }
});
