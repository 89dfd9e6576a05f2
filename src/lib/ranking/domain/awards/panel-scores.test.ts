import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STAR, sheetOf } from '../../../../../tests/support/award-run.ts';
import { type Sheet, scorePanel } from './panel-scores.ts';

const mix = (skill: number, conduct: number): Record<string, number> => ({ skill, conduct });
const sheets = (...rows: readonly Record<string, Record<string, number>>[]): Sheet[] =>
	rows.map((marks) => ({ marks, reasons: {} }));

describe('means', () => {
	test('three sheets: all count', () => {
		const [one] = scorePanel(
			STAR,
			[7, 8, 9].map((mark) => sheetOf(['a'], mark)),
			{ places: 1, boards: { a: 1 } }
		);
		expect(one).toMatchObject({ mean: 8000, place: 1, isShortlisted: true, tie: null });
		expect(one!.totals.map(({ isDropped }) => isDropped)).toEqual([false, false, false]);
	});
	test('five sheets: the highest and the lowest are dropped and shown', () => {
		const given = [0, 7, 8, 9, 10].map((mark) => sheetOf(['a'], mark));
		const [one] = scorePanel(STAR, given, { places: 1, boards: { a: 1 } });
		expect(one!.mean).toBe(8000);
		expect(one!.totals.map(({ tenths, isDropped }) => (isDropped ? -tenths : tenths))).toEqual([
			-0, 700, 800, 900, -1000
		]);
	});
});

describe('equal means', () => {
	const score = (rows: Sheet[], boards: Record<string, number>, places = 1) =>
		scorePanel(STAR, rows, { places, boards });
	test('the first criterion decides, then the board', () => {
		// 60 × 8 + 40 × 5 = 60 × 6 + 40 × 8: the same sum, other marks.
		const byFirst = score(sheets({ a: mix(6, 8), b: mix(8, 5) }), { a: 9000, b: 1000 });
		expect(byFirst.map(({ nomineeId, place, mean }) => [nomineeId, place, mean])).toEqual([
			...[
				['b', 1, 6800],
				['a', 2, 6800]
			]
		]);
		expect(byFirst[0]!.tie).toContain('第一打分项');
		const byBoard = score([sheetOf(['a', 'b'], 7)], { a: 8000, b: 9000 });
		expect(byBoard.map(({ nomineeId }) => nomineeId)).toEqual(['b', 'a']);
		expect(byBoard[1]!.tie).toContain('榜单总分');
	});
	test('what is still equal shares the place, and the last place of the shortlist', () => {
		const shared = score([sheetOf(['a', 'b', 'c'], { a: 7, b: 7, c: 4 })], { a: 8000, b: 8000, c: 9000 });
		expect(shared.map(({ place, isShortlisted }) => [place, isShortlisted])).toEqual([
			...[
				[1, true],
				[1, true],
				[3, false]
			]
		]);
		expect(shared[0]!.tie).toContain('并列');
	});
});

test('better marks from everybody never make the place worse, and the order of sheets does not matter', () => {
	const mark = fc.integer({ min: 0, max: 9 });
	fc.assert(
		fc.property(fc.array(fc.tuple(mark, mark), { minLength: 3, maxLength: 7 }), (marks) => {
			const rows = marks.map(([a, b]) => sheetOf(['a', 'b'], { a, b }));
			const boards = { a: 5000, b: 5000 };
			const placeOf = (list: Sheet[]) =>
				scorePanel(STAR, list, { places: 1, boards }).find(({ nomineeId }) => nomineeId === 'a')!.place;
			const better = marks.map(([a, b]) => sheetOf(['a', 'b'], { a: a + 1, b }));
			expect(placeOf(better)).toBeLessThanOrEqual(placeOf(rows));
			expect(scorePanel(STAR, [...rows].reverse(), { places: 1, boards })).toEqual(
				scorePanel(STAR, rows, { places: 1, boards })
			);
		})
	);
});
