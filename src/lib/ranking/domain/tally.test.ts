import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from './entry.ts';
import { FIRST_RULE as RULE, SECOND_RULE } from '../../../../tests/support/rules.ts';
import { addEntry, EMPTY_TALLY, type Foldable, settleEntry, type Tally } from './tally.ts';

const fact = (mark: number, more: Partial<Fact> = {}): Fact => ({
	...{ subject: 'item:fine-with-first-order@1', mark, daysSinceLast: null, daysSinceFirstSuccess: null, wasDue: false },
	...more
});
const DAY = '2026-11-20';
const entry = (...facts: Fact[]) => ({ source: 'daily-set' as const, complete: true, facts, day: DAY });
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
	day: fc.constant(DAY),
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
		const open = { ...entry(fact(100)), complete: false };
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

describe('pieces', () => {
	const drafted = (mark: number, more: Partial<Foldable> & { level?: number } = {}): Foldable => {
		const { level, ...rest } = more;
		const one = fact(mark, level === undefined ? {} : { level });
		return { source: 'drafting', complete: true, day: '2026-12-10', facts: [one], ...rest };
	};
	const fold = (list: readonly Foldable[]) => list.reduce((sum, one) => addEntry(sum, one, SECOND_RULE), EMPTY_TALLY);
	const drafts = (list: readonly Foldable[]) => fold(list).pieces?.['drafting'];

	test('are counted by mark, an easy one up to its ceiling', () => {
		const list = [drafted(82, { level: 3 }), drafted(82, { level: 1 }), drafted(70, { level: 1 }), drafted(82)];
		expect(drafts(list)).toEqual({ 70: 1, 75: 1, 82: 2 });
		expect(fold(list)).toMatchObject({ sets: 0, fresh: 0 });
	});

	test('a correction takes the place of what it replaces, in whatever order they come', () => {
		const replaces = { sourceId: 'd1', day: '2026-12-10', facts: [fact(60)] };
		const list = [drafted(60), drafted(90), drafted(75, { day: '2026-12-15', replaces })];
		for (const order of [list, [...list].reverse()]) expect(drafts(order)).toEqual({ 75: 1, 90: 1 });
		const back = { ...drafted(60, { day: '2026-12-20' }), replaces: { ...replaces, facts: [fact(75)] } };
		expect(fold([...list, back])).toEqual(fold([drafted(90), drafted(60)]));
	});

	test('a piece counts once: a correction that comes after its month adds to no month, nor does the one that follows it', () => {
		const late = { sourceId: 'd1', day: '2026-11-28', facts: [fact(60)] };
		const later = { sourceId: 'd1#2', day: '2026-12-03', facts: [fact(75)], first: '2026-11-28' };
		expect(fold([drafted(75, { replaces: late }), drafted(80, { replaces: later })])).toEqual(EMPTY_TALLY);
		const published = fold([drafted(60)]);
		const would = [drafted(75, { replaces: late }), drafted(80, { replaces: later })].reduce<Tally>(
			(sum, entry) => settleEntry(sum, entry, SECOND_RULE),
			published
		);
		expect(would.pieces).toEqual({ drafting: { 80: 1 } });
	});

	test('what is taken back to nothing leaves nothing behind', () => {
		const replaces = { sourceId: 'd1', day: '2026-12-10', facts: [fact(60)] };
		expect(fold([drafted(60), { ...drafted(0), facts: [], replaces }])).toEqual(EMPTY_TALLY);
	});

	test('however many there are, at most 101 numbers are kept, and their order does not matter', () => {
		const marks = fc.array(fc.record({ mark: fc.nat(100), level: fc.integer({ min: 1, max: 5 }) }), { maxLength: 400 });
		fc.assert(
			fc.property(marks, (list) => {
				const entriesOf = list.map(({ mark, level }) => drafted(mark, { level }));
				const counted = drafts(entriesOf) ?? {};
				expect(Object.keys(counted).length).toBeLessThanOrEqual(101);
				expect(Object.values(counted).reduce((sum, times) => sum + times, 0)).toBe(list.length);
				expect(fold([...entriesOf].reverse())).toEqual(fold(entriesOf));
			}),
			{ numRuns: 50 }
		);
	});

	test('under the first rule they change nothing', () => {
		expect(addEntry(EMPTY_TALLY, drafted(90), RULE)).toBe(EMPTY_TALLY);
	});
});
