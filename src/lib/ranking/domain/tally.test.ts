import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from './entry.ts';
import { RULES, describeRule, ruleOf } from './rule.ts';
import { EMPTY_TALLY, type Score, type Tally, addEntry, scoreOf, standingKey } from './tally.ts';

const RULE = ruleOf('2026-11');
const fact = (mark: number, more: Partial<Fact> = {}): Fact => ({
	...{ subject: 'item:fine-with-first-order@1', mark, daysSinceLast: null, daysSinceFirstSuccess: null, wasDue: false },
	...more
});
const entry = (...facts: Fact[]) => ({ source: 'daily-set' as const, complete: true, facts });
const tallyOf = (entries: readonly ReturnType<typeof entry>[]) =>
	entries.reduce((tally, one) => addEntry(tally, one, RULE), EMPTY_TALLY);

const anyFact = fc
	.record({
		mark: fc.constantFrom(0, 33, 50, 67, 100),
		daysSinceLast: fc.option(fc.nat(30)),
		daysSinceFirstSuccess: fc.option(fc.nat(60)),
		wasDue: fc.boolean()
	})
	.map((part) => fact(part.mark, part));
const anyEntry = fc.record({
	source: fc.constant('daily-set' as const),
	complete: fc.boolean(),
	facts: fc.array(anyFact, { maxLength: 10 })
});
const entries = fc.array(anyEntry, { maxLength: 12 });

test('an entry of a source that the rule does not score changes nothing, whatever it says', () => {
	for (const source of ['commentary', 'a-later-room'] as const) {
		const one = { ...entry(fact(100), fact(0)), source: source as 'commentary' };
		expect(addEntry({ ...EMPTY_TALLY, sets: 3 }, one, RULE)).toEqual({ ...EMPTY_TALLY, sets: 3 });
	}
});

describe('what a question counts as', () => {
	test.each([
		['never answered', fact(67), { fresh: 1, freshMarks: 67 }],
		['last answered 7 days ago', fact(100, { daysSinceLast: 7 }), { fresh: 1, freshMarks: 100 }],
		['last answered 6 days ago', fact(100, { daysSinceLast: 6 }), {}],
		['answered today', fact(100, { daysSinceLast: 0 }), {}],
		[
			'a due review, first right 14 days ago, right again',
			fact(100, { daysSinceLast: 5, daysSinceFirstSuccess: 14, wasDue: true }),
			{ reviews: 1, retained: 1 }
		],
		[
			'the same, not fully right',
			fact(67, { daysSinceLast: 5, daysSinceFirstSuccess: 14, wasDue: true }),
			{ reviews: 1, retained: 0 }
		],
		['first right 13 days ago', fact(100, { daysSinceLast: 5, daysSinceFirstSuccess: 13, wasDue: true }), {}],
		['not due', fact(100, { daysSinceLast: 5, daysSinceFirstSuccess: 30 }), {}],
		['due but never right', fact(100, { daysSinceLast: 5, wasDue: true }), {}],
		[
			'both at once',
			fact(100, { daysSinceLast: 20, daysSinceFirstSuccess: 20, wasDue: true }),
			{ fresh: 1, freshMarks: 100, reviews: 1, retained: 1 }
		]
	])('%s', (_, one, expected) => {
		expect(addEntry(EMPTY_TALLY, entry(one), RULE)).toEqual({ ...EMPTY_TALLY, sets: 1, ...expected });
	});

	test('a set that was left open is no set, but its answers count', () => {
		const open = { source: 'daily-set' as const, complete: false, facts: [fact(100)] };
		expect(addEntry(EMPTY_TALLY, open, RULE)).toEqual({ ...EMPTY_TALLY, fresh: 1, freshMarks: 100 });
	});

	test('the order of entries and of their facts does not matter', () => {
		const shuffled = entries.chain((list) =>
			fc.record({ list: fc.constant(list), other: fc.shuffledSubarray(list, { minLength: list.length }) })
		);
		fc.assert(
			fc.property(shuffled, ({ list, other }) => {
				const turned = other.map((one) => ({ ...one, facts: [...one.facts].reverse() }));
				expect(tallyOf(turned)).toEqual(tallyOf(list));
			})
		);
	});
});

describe('scoreOf', () => {
	const tally = (part: Partial<Tally>): Tally => ({ ...EMPTY_TALLY, sets: 6, fresh: 20, freshMarks: 2000, ...part });

	test.each([
		['everything right, nothing to retain yet', {}, { total: 10_000, fresh: 10_000, retained: null }],
		['60 % and 40 %', { freshMarks: 1600, reviews: 10, retained: 5 }, { total: 6800, fresh: 8000, retained: 5000 }],
		['nothing retained', { reviews: 3, retained: 0 }, { total: 6000, fresh: 10_000, retained: 0 }],
		['thirds are rounded', { fresh: 21, freshMarks: 1400 }, { total: 6667, fresh: 6667, retained: null }],
		['two thirds retained', { reviews: 3, retained: 2 }, { total: 8667, fresh: 10_000, retained: 6667 }],
		['everything wrong', { freshMarks: 0 }, { total: 0, fresh: 0, retained: null }]
	])('%s', (_, part, expected) => {
		expect(scoreOf(tally(part), RULE)).toEqual({ ...expected, missing: [] });
	});

	test.each([
		['enough', {}, []],
		['a set short', { sets: 5 }, ['还差 1 组今日练兵']],
		['a question short', { fresh: 19, freshMarks: 1900 }, ['还差 1 道首答题']],
		['nothing yet', EMPTY_TALLY, ['还差 6 组今日练兵', '还差 20 道首答题']]
	])('minimum participation: %s', (_, part, missing) => {
		expect(scoreOf(tally(part), RULE).missing).toEqual(missing);
	});

	test('volume never helps: the same facts twice, or ten times, leave the score as it was', () => {
		fc.assert(
			fc.property(entries, fc.integer({ min: 2, max: 10 }), (list, times) => {
				const { missing: _, ...once } = scoreOf(tallyOf(list), RULE);
				const { missing: __, ...often } = scoreOf(tallyOf(Array.from({ length: times }, () => list).flat()), RULE);
				expect(often).toEqual(once);
			})
		);
	});

	test('every figure is a whole number of basis points', () => {
		fc.assert(
			fc.property(entries, (list) => {
				const { total, fresh, retained } = scoreOf(tallyOf(list), RULE);
				for (const figure of [total, fresh, retained ?? 0]) {
					expect(Number.isInteger(figure) && figure >= 0 && figure <= 10_000).toBe(true);
				}
			})
		);
	});
});

describe('standingKey', () => {
	const points = fc.integer({ min: 0, max: 10_000 });
	const score = fc.record({ total: points, retained: fc.option(points), fresh: points, missing: fc.constant([]) });
	const asList = ({ total, retained, fresh }: Score) => [total, retained ?? -1, fresh];
	const compare = (left: Score, right: Score) => {
		const difference = asList(left).map((figure, index) => figure - asList(right)[index]!);
		return Math.sign(difference.find((one) => one !== 0) ?? 0);
	};

	test('orders by total, then by what was retained, then by first tries', () => {
		fc.assert(
			fc.property(score, score, (left, right) => {
				expect(Math.sign(standingKey(left) - standingKey(right))).toBe(compare(left, right));
				expect(Number.isSafeInteger(standingKey(left)) && standingKey(left) >= 0).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	test.each([
		['a point of the total outweighs all else', [5000, null, 0], [4999, 10_000, 10_000]],
		['a point retained outweighs all first tries', [5000, 1, 0], [5000, 0, 10_000]],
		['nothing retained is more than nothing to retain', [5000, 0, 0], [5000, null, 10_000]]
	] as const)('%s', (_, better, worse) => {
		const [high, low] = [better, worse].map(([total, retained, fresh]) => ({ total, retained, fresh, missing: [] }));
		expect(standingKey(high!)).toBeGreaterThan(standingKey(low!));
	});

	test('whoever lacks something is not ranked, however good', () => {
		expect(standingKey({ total: 10_000, retained: 10_000, fresh: 10_000, missing: ['还差 1 组今日练兵'] })).toBe(-1);
	});
});

describe('rules', () => {
	test('the weights are whole percents and sum to 100; versions follow one another', () => {
		for (const { weights } of RULES) expect(weights.fresh + weights.retained).toBe(100);
		expect(RULES.map(({ version }) => version)).toEqual(RULES.map((_, index) => index + 1));
		expect([...RULES].sort((left, right) => (left.effectiveFrom < right.effectiveFrom ? -1 : 1))).toEqual(RULES);
	});

	test('a month before the first rule has none', () => {
		expect(ruleOf('2026-01').version).toBe(1);
		expect(() => ruleOf('2025-12')).toThrow(RangeError);
	});

	test('the printed formula states every figure of the rule', () => {
		const text = describeRule({
			...RULE,
			freshAfterDays: 8,
			retainedAfterDays: 15,
			minimumSets: 5,
			minimumFresh: 21
		}).join('');
		for (const figure of ['60%', '40%', '满 8 天', '满 15 天', '5 组', '21 道']) expect(text).toContain(figure);
	});
});
