import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contender, makeBoard, ranksFrom } from './board.ts';
import { scoreOf, standingKey } from './score.ts';
import { EMPTY_TALLY, type Tally } from './tally.ts';
import { FIRST_RULE as RULE } from '../../../../tests/support/rules.ts';

const BRIGADE = '执法大队';
const TOWN = '南屏镇应急办';
const contender = (officerId: string, part: Partial<Tally> = {}, unitId = BRIGADE): Contender => ({
	officerId,
	unitId,
	tally: { ...EMPTY_TALLY, sets: 6, fresh: 20, freshMarks: 2000, ...part }
});
const board = (contenders: readonly Contender[]) => makeBoard('2026-11', contenders, RULE);
const places = (contenders: readonly Contender[]) =>
	board(contenders).standings.map(({ officerId, rank }) => [officerId, rank]);

const anyTally = fc.integer({ min: 15, max: 30 }).chain((fresh) =>
	fc.record({
		sets: fc.integer({ min: 4, max: 9 }),
		fresh: fc.constant(fresh),
		// Few different figures, so that ties happen.
		freshMarks: fc.constantFrom(0, fresh * 50, fresh * 100),
		reviews: fc.constantFrom(0, 2),
		retained: fc.constantFrom(0)
	})
);
const contenders = fc
	.array(fc.record({ tally: anyTally, kept: fc.nat(2), unitId: fc.constantFrom(BRIGADE, TOWN, '沙湾街道') }), {
		maxLength: 14
	})
	.map((list) =>
		list.map(({ tally, kept, unitId }, index): Contender => {
			const retained = Math.min(kept, tally.reviews);
			return { officerId: `officer-${String(index).padStart(2, '0')}`, unitId, tally: { ...tally, retained } };
		})
	);

describe('ranks', () => {
	test('the total decides, then what was retained, then first tries', () => {
		const list = [
			contender('林岳', { freshMarks: 1800 }),
			contender('韦小满', { freshMarks: 1800, reviews: 10, retained: 9 }),
			contender('祝同', { freshMarks: 2000 }),
			contender('阮青', { freshMarks: 1600, reviews: 2, retained: 1 })
		];
		// 林岳 and 韦小满 have 90.00 both; hers is partly retained.
		expect(places(list)).toEqual([
			['祝同', 1],
			['韦小满', 2],
			['林岳', 3],
			['阮青', 4]
		]);
	});

	test('what is equal in all three shares the rank, the next one is counted on', () => {
		const list = [
			contender('d', { freshMarks: 1000 }),
			contender('c'),
			contender('b', { sets: 12, fresh: 40, freshMarks: 4000 }),
			contender('a', { freshMarks: 1900 })
		];
		expect(places(list)).toEqual([
			['b', 1],
			['c', 1],
			['a', 3],
			['d', 4]
		]);
	});

	test('below the minimum participation nobody is ranked, and everybody stands at the end', () => {
		const list = [
			contender('eager', { sets: 5 }),
			contender('absent', { sets: 0, fresh: 0, freshMarks: 0 }),
			contender('weak', { freshMarks: 100 })
		];
		expect(places(list)).toEqual([
			['weak', 1],
			['absent', null],
			['eager', null]
		]);
	});

	test('nobody is a board too', () => {
		expect(board([])).toEqual({ cycle: '2026-11', ruleVersion: 1, standings: [], units: [] });
	});
});

describe('whoever takes part', () => {
	test('the order in which they come does not matter', () => {
		const shuffled = contenders.chain((list) =>
			fc.record({ list: fc.constant(list), other: fc.shuffledSubarray(list, { minLength: list.length }) })
		);
		fc.assert(
			fc.property(shuffled, ({ list, other }) => {
				expect(board(other)).toEqual(board(list));
			})
		);
	});

	test('the board stands in the order of the standing key, and equal keys share a rank', () => {
		fc.assert(
			fc.property(contenders, (list) => {
				const { standings } = board(list);
				const keys = standings.map(({ score }) => standingKey(score, RULE));
				expect(keys).toEqual([...keys].sort((left, right) => right - left));
				standings.forEach(({ rank, score, tally }, index) => {
					expect(score).toEqual(scoreOf(tally, RULE));
					const better = keys.filter((key) => key > keys[index]!).length;
					expect(rank).toBe(keys[index] === -1 ? null : better + 1);
				});
				expect(standings.map(({ officerId }) => officerId).sort()).toEqual(list.map(({ officerId }) => officerId));
			})
		);
	});

	test('doing everything twice moves nobody who is ranked', () => {
		fc.assert(
			fc.property(contenders, (list) => {
				const ranked = list.filter(({ tally }) => scoreOf(tally, RULE).missing.length === 0);
				const twice = ranked.map((one, index) => {
					const { sets, fresh, freshMarks, reviews, retained } = one.tally;
					const tally = {
						sets: 2 * sets,
						fresh: 2 * fresh,
						freshMarks: 2 * freshMarks,
						reviews: 2 * reviews,
						retained: 2 * retained
					};
					return index % 2 === 0 ? { ...one, tally } : one;
				});
				expect(places(twice)).toEqual(places(ranked));
			})
		);
	});
});

describe('units', () => {
	test('the mean of the ranked counts, not their number', () => {
		const list = [
			contender('a', { freshMarks: 2000 }, TOWN),
			contender('b', { sets: 1 }, TOWN),
			contender('c', { freshMarks: 1900 }),
			contender('d', { freshMarks: 1901 }),
			contender('e', { sets: 0, fresh: 0, freshMarks: 0 }, '沙湾街道')
		];
		expect(board(list).units).toEqual([
			{ unitId: TOWN, officers: 2, ranked: 1, mean: 10_000, rank: 1 },
			{ unitId: BRIGADE, officers: 2, ranked: 2, mean: 9503, rank: 2 },
			{ unitId: '沙湾街道', officers: 1, ranked: 0, mean: null, rank: null }
		]);
	});

	test('equal means share the rank', () => {
		const list = [contender('a', {}, 'x'), contender('b', {}, 'y'), contender('c', { freshMarks: 0 }, 'z')];
		expect(board(list).units.map(({ unitId, rank }) => [unitId, rank])).toEqual([
			['x', 1],
			['y', 1],
			['z', 3]
		]);
	});

	test('every officer belongs to one unit of the board', () => {
		fc.assert(
			fc.property(contenders, (list) => {
				const { units, standings } = board(list);
				expect(units.reduce((sum, { officers }) => sum + officers, 0)).toBe(list.length);
				const ranked = standings.filter(({ rank }) => rank !== null).length;
				expect(units.reduce((sum, one) => sum + one.ranked, 0)).toBe(ranked);
				for (const { mean, rank } of units) expect(mean === null).toBe(rank === null);
			})
		);
	});
});

describe('ranks of a page', () => {
	test('are those of the whole board, wherever it is cut', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: -1, max: 6 }), { minLength: 1, maxLength: 30 }),
				fc.nat(29),
				(list, cut) => {
					const rows = [...list].sort((left, right) => right - left).map((standing) => ({ standing }));
					const from = cut % rows.length;
					const higher = rows.filter(({ standing }) => standing > rows[from]!.standing).length;
					const whole = ranksFrom(rows, { rows: 0, higher: 0 });
					expect(ranksFrom(rows.slice(from), { rows: from, higher })).toEqual(whole.slice(from));
					for (const [at, { standing }] of rows.entries()) {
						const rank = 1 + rows.filter((other) => other.standing > standing).length;
						expect(whole[at]).toBe(standing === -1 ? null : rank);
					}
				}
			)
		);
	});
});
