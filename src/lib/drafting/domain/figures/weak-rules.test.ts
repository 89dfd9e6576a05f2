import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RuleCount, WEAK_ORDERS, type WeakOrder, weakestRules } from './weak-rules.ts';

const RULES: Record<string, 'fatal' | 'major' | 'minor'> = { F: 'fatal', M: 'major', N: 'minor' };
const ruleOf = (_: string, rule: string) =>
	RULES[rule] && { requirement: `要求${rule}`, severity: RULES[rule], basis: '依据' };
const count = (rule: string, violated: number, applicable: number): RuleCount => ({
	...{ document: 'order', rule, violated, applicable }
});

describe('the weakest rules', () => {
	const counts = [count('N', 9, 10), count('F', 2, 10), count('M', 3, 3)];
	test.each<[WeakOrder, string[]]>([
		['share', ['N', 'F', 'M']],
		['severity', ['F', 'M', 'N']],
		['count', ['N', 'M', 'F']]
	])('%s', (order, rules) => expect(weakestRules(counts, ruleOf, order).map(({ rule }) => rule)).toEqual(rules));

	test('what was never violated, and what is no rule any more, is left out', () => {
		expect(weakestRules([count('F', 0, 9), count('GONE', 3, 9)], ruleOf)).toEqual([]);
	});

	test('a share says out of how many', () => {
		expect(weakestRules([count('M', 1, 4)], ruleOf)[0]).toMatchObject({ share: 0.25, applicable: 4, isFew: true });
	});
});

test('an order changes nothing but the order', () => {
	const counts = fc.array(
		fc.tuple(fc.constantFrom('F', 'M', 'N'), fc.nat(9), fc.integer({ min: 9, max: 20 })).map((one) => count(...one))
	);
	fc.assert(
		fc.property(counts, (list) => {
			const sorted = (order: WeakOrder) =>
				weakestRules(list, ruleOf, order)
					.map((one) => JSON.stringify(one))
					.sort();
			const orders = (Object.keys(WEAK_ORDERS) as WeakOrder[]).map(sorted);
			expect(orders[1]).toEqual(orders[0]);
			expect(orders[2]).toEqual(orders[0]);
		})
	);
});
