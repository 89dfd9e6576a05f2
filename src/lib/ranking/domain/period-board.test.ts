import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf } from './awards/figures.ts';
import type { Board, Standing } from './board.ts';
import { makePeriodBoard } from './period-board.ts';

type Totals = Readonly<Record<string, number | null>>;

/** A month's board with these totals, null = not ranked; everybody of `x…` belongs to the town. */
function month(cycle: string, totals: Totals): Board {
	const ranked = Object.values(totals).filter((total) => total !== null);
	const standings = Object.entries(totals).map(([officerId, total]) => ({
		...{ officerId, unitId: officerId.startsWith('x') ? 'town' : 'brigade' },
		rank: total === null ? null : 1 + ranked.filter((other) => other > total).length,
		score: { total: total ?? 0, fresh: total ?? 0, retained: null, missing: total === null ? ['还差 1 组'] : [] }
	}));
	return { cycle, ruleVersion: 1, standings: standings as unknown as Standing[], units: [] };
}
const closed = (...boards: Board[]) => boards.map((board) => ({ board, isClosed: true }));
const ranks = (months: Parameters<typeof makePeriodBoard>[0]) =>
	makePeriodBoard(months).standings.map(({ officerId, rank, total, lacking }) => [officerId, rank, total, lacking]);

describe('a quarter', () => {
	const october = month('2026-10', { lin: 9000, su: 8000, xu: 9500, wei: 7000 });
	const november = month('2026-11', { lin: 8000, su: 9000, xu: null, wei: null });
	const december = month('2026-12', { lin: null, su: 8500, xu: null, fang: 10_000 });

	test('two ranked months of three are needed; the mean of them counts, and equal means share the rank', () => {
		expect(ranks(closed(october, november, december))).toEqual([
			['lin', 1, 8500, 0],
			['su', 1, 8500, 0],
			['fang', null, 10_000, 1],
			['wei', null, 7000, 1],
			['xu', null, 9500, 1]
		]);
	});

	test('the months stand behind the mean, in order, with gaps where somebody was not ranked', () => {
		const { standings, least } = makePeriodBoard(closed(october, november, december));
		expect(least).toBe(2);
		expect(standings.find(({ officerId }) => officerId === 'lin')!.months).toEqual([9000, 8000, null]);
		expect(standings.find(({ officerId }) => officerId === 'fang')!.months).toEqual([null, null, 10_000]);
	});

	test('while it runs the closed months say how many are needed, and the running month counts for whoever is ranked', () => {
		const running = [...closed(october), { board: november, isClosed: false }];
		expect(makePeriodBoard(running).least).toBe(1);
		expect(ranks(running)).toEqual([
			['xu', 1, 9500, 0],
			['lin', 2, 8500, 0],
			['su', 2, 8500, 0],
			['wei', 4, 7000, 0]
		]);
		expect(ranks([{ board: november, isClosed: false }])).toEqual([
			['su', 1, 9000, 0],
			['lin', 2, 8000, 0],
			['wei', null, null, 1],
			['xu', null, null, 1]
		]);
	});

	test('a unit stands with the mean of its ranked people; one without any stands unranked', () => {
		const { units } = makePeriodBoard(closed(october, november, december));
		expect(units).toEqual([
			{ unitId: 'brigade', mean: 8500, rank: 1, ranked: 2, officers: 4 },
			{ unitId: 'town', mean: null, rank: null, ranked: 0, officers: 1 }
		]);
	});
});

const totals = fc.dictionary(
	fc.constantFrom('lin', 'su', 'xu', 'wei', 'fang'),
	fc.option(fc.constantFrom(6000, 7000, 8000, 8001, 9000), { nil: null })
);

test('once all months are closed it is the order that awards are proposed by', () => {
	fc.assert(
		fc.property(fc.array(totals, { minLength: 1, maxLength: 12 }), (list) => {
			const boards = list.map((one, at) => month(`2026-${String(at + 1).padStart(2, '0')}`, one));
			const figures = figuresOf(boards).map(({ officerId, rank, total }) => ({ officerId, rank, total }));
			const ranked = makePeriodBoard(closed(...boards)).standings.filter(({ rank }) => rank !== null);
			expect(ranked.map(({ officerId, rank, total }) => ({ officerId, rank, total }))).toEqual(figures);
		})
	);
});

test('everybody of the months stands there once, and nobody else; a month without a place changes no mean', () => {
	fc.assert(
		fc.property(fc.array(totals, { minLength: 1, maxLength: 6 }), totals, (list, more) => {
			const boards = list.map((one, at) => month(`2026-0${at + 1}`, one));
			const { standings } = makePeriodBoard(closed(...boards));
			const named = standings.map(({ officerId }) => officerId);
			expect(named.sort()).toEqual([...new Set(list.flatMap((one) => Object.keys(one)))].sort());
			const idle = month('2026-09', Object.fromEntries(Object.keys(more).map((id) => [id, null])));
			const after = makePeriodBoard(closed(...boards, idle)).standings;
			for (const { officerId, total } of standings) {
				expect(after.find((one) => one.officerId === officerId)!.total).toBe(total);
			}
		})
	);
});
