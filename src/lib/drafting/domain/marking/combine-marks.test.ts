import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineMarks } from './combine-marks.ts';

describe('what marks come to', () => {
	test.each<[string, (number | null)[], number, object]>([
		['nothing given', [], 10, { state: 'waiting' }],
		['one given', [null, 70], 10, { state: 'waiting' }],
		['close together: the mean', [70, 75], 10, { state: 'final', mark: 72.5 }],
		['exactly the limit is not more than it', [70, 80], 10, { state: 'final', mark: 75 }],
		['a tenth beyond the limit', [70, 80.1], 10, { state: 'third', difference: 10.1 }],
		['a third near the higher', [40, 80, 76], 10, { state: 'final', mark: 78 }],
		['a third near the lower', [40, 80, 50], 10, { state: 'final', mark: 45 }],
		['a third beyond both', [40, 60, 90], 10, { state: 'final', mark: 50 }],
		['a third right in the middle', [40, 80, 60], 10, { state: 'final', mark: 60 }],
		['a third that was not needed changes nothing', [70, 75, 10], 10, { state: 'final', mark: 72.5 }],
		['binary dust does not call a third', [0.3, 0.1], 0.2, { state: 'final', mark: 0.2 }]
	])('%s', (_, marks, limit, expected) => expect(combineMarks(marks, limit)).toMatchObject(expected));

	test('every outcome says why', () => {
		expect(combineMarks([40, 80, 76], 10).reason).toBe(
			'两份评分相差 40 分，超过 10 分；取三份中最接近的两份（76 分和 80 分）平均。'
		);
	});
});

const mark = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);

describe('whatever was marked', () => {
	test('the final mark lies between the lowest and the highest, and does not depend on who marked first', () => {
		fc.assert(
			fc.property(mark, mark, mark, fc.integer({ min: 0, max: 40 }), (first, second, third, limit) => {
				const one = combineMarks([first, second, third], limit);
				if (one.state !== 'final') throw new Error('three marks are always final');
				expect(one.mark).toBeGreaterThanOrEqual(Math.min(first, second, third));
				expect(one.mark).toBeLessThanOrEqual(Math.max(first, second, third));
				expect(combineMarks([second, first, third], limit)).toEqual(one);
			})
		);
	});

	test('a third is called exactly when two differ by more than the limit', () => {
		fc.assert(
			fc.property(mark, mark, fc.integer({ min: 0, max: 40 }), (first, second, limit) => {
				const isFar = Math.round(Math.abs(first - second) * 10) > limit * 10;
				expect(combineMarks([first, second], limit).state).toBe(isFar ? 'third' : 'final');
			})
		);
	});
});
