import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_RULE as RULE, SECOND_RULE } from '../../../../tests/support/rules.ts';
import type { Fact } from './entry.ts';
import { type Score, partsOf, scoreOf, standingKey, weightOf } from './score.ts';
import { EMPTY_TALLY, type Marks, type Tally, addEntry } from './tally.ts';

const anyFact: fc.Arbitrary<Fact> = fc.record({
	subject: fc.constant('item:fine-with-first-order@1'),
	mark: fc.constantFrom(0, 33, 50, 67, 100),
	daysSinceLast: fc.option(fc.nat(30)),
	daysSinceFirstSuccess: fc.option(fc.nat(60)),
	wasDue: fc.boolean()
});
const anyEntry = fc.record({
	...{ source: fc.constant('daily-set' as const), day: fc.constant('2026-11-20'), complete: fc.boolean() },
	facts: fc.array(anyFact, { maxLength: 10 })
});
const entries = fc.array(anyEntry, { maxLength: 12 });
const tallyOf = (list: readonly Parameters<typeof addEntry>[1][]) =>
	list.reduce((tally, one) => addEntry(tally, one, RULE), EMPTY_TALLY);

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
				expect(Math.sign(standingKey(left, RULE) - standingKey(right, RULE))).toBe(compare(left, right));
				expect(Number.isSafeInteger(standingKey(left, RULE)) && standingKey(left, RULE) >= 0).toBe(true);
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
		expect(standingKey(high!, RULE)).toBeGreaterThan(standingKey(low!, RULE));
	});

	test('whoever lacks something is not ranked, however good', () => {
		const lacking = { total: 10_000, retained: 10_000, fresh: 10_000, missing: ['还差 1 组今日练兵'] };
		expect(standingKey(lacking, RULE)).toBe(-1);
	});
});

describe('the second rule', () => {
	const questions = { sets: 6, fresh: 20, freshMarks: 1600 };
	const learned = { reviews: 10, retained: 9 };
	const tally = (pieces: Record<string, Marks>, part: Partial<Tally> = { ...questions, ...learned }): Tally => ({
		...{ ...EMPTY_TALLY, ...part, pieces }
	});
	const all = {
		...{ drafting: { 70: 1, 80: 1, 90: 3, 100: 1 }, review: { 60: 1 } },
		...{ discretion: { 75: 2 }, casework: { 100: 3 } }
	};

	test('every component gives its share, and of pieces the best few count', () => {
		const parts = partsOf(tally(all), SECOND_RULE);
		expect(
			parts.map(({ component, figure, counted, count, gave }) => [component.key, figure, counted, count, gave])
		).toEqual([
			['fresh', 8000, 20, 20, 1600],
			['retained', 9000, 10, 10, 2250],
			['drafting', 9000, 5, 6, 2700],
			['review', 6000, 1, 1, 600],
			['discretion', 7500, 2, 2, 750],
			['casework', 10_000, 1, 3, 500]
		]);
		expect(scoreOf(tally(all), SECOND_RULE)).toEqual({
			...{ total: 8400, fresh: 8000, retained: 9000, missing: [] },
			figures: { drafting: 9000, review: 6000, discretion: 7500, casework: 10_000 }
		});
	});

	test('what is not measured gives its weight to the rest', () => {
		const { review: _, ...rest } = all;
		const parts = partsOf(tally(rest), SECOND_RULE);
		expect(weightOf(parts)).toBe(90);
		expect(parts.find(({ component }) => component.key === 'review')).toMatchObject({
			figure: null,
			gave: null,
			lacks: 1
		});
		// (80·20 + 90·25 + 90·30 + 75·10 + 100·5) ÷ 90
		expect(scoreOf(tally(rest), SECOND_RULE)).toMatchObject({ total: 8667, missing: [] });
	});

	test.each<[string, Tally, string[]]>([
		[
			'questions only: half of the weight is nobody’s whole work',
			tally({}),
			['有成绩的项目占 45%，上榜要 60%，还缺文书、评查、裁量、案例']
		],
		['with a document there is enough', tally({ drafting: { 60: 1 } }), []],
		[
			'a newcomer without anything to retain yet',
			tally({ drafting: { 60: 1 } }, questions),
			['有成绩的项目占 50%，上榜要 60%，还缺保持、评查、裁量、案例']
		],
		['who has done the rest', tally({ drafting: { 60: 1 }, review: { 60: 1 }, discretion: { 60: 2 } }, questions), []],
		['a single decided case is not measured yet', tally({ drafting: { 60: 1 }, discretion: { 60: 1 } }), []]
	])('%s', (_, one, missing) => expect(scoreOf(one, SECOND_RULE).missing).toEqual(missing));

	test('beyond the best five a further piece never costs anything', () => {
		const marks = fc.dictionary(fc.nat(100).map(String), fc.integer({ min: 1, max: 4 }), { minKeys: 1, maxKeys: 6 });
		fc.assert(
			fc.property(marks, fc.nat(100), (drafting, mark) => {
				const before = partsOf(tally({ drafting }), SECOND_RULE)[2]!;
				const more = { ...drafting, [mark]: (drafting[mark] ?? 0) + 1 };
				const after = partsOf(tally({ drafting: more }), SECOND_RULE)[2]!;
				if (before.counted === 5) expect(after.figure).toBeGreaterThanOrEqual(before.figure!);
				expect(after.counted).toBe(Math.min(5, before.count + 1));
			})
		);
	});

	test('between equal totals what was retained decides, then the documents', () => {
		const score = (retained: number, drafting: number | null): Score => ({
			...{ total: 8000, fresh: 8000, retained, figures: { drafting }, missing: [] }
		});
		const key = (one: Score) => standingKey(one, SECOND_RULE);
		expect(key(score(9000, null))).toBeGreaterThan(key(score(8999, 10_000)));
		expect(key(score(9000, 7001))).toBeGreaterThan(key(score(9000, 7000)));
	});
});
