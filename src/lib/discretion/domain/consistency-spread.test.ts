import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadOf } from './consistency-spread.ts';

const fines = (...amounts: readonly number[]) => amounts.map((amount) => ({ amount, isInside: amount <= 500 }));

describe('by hand', () => {
	test('2 4 4 4 5 5 7 9: mean 5, squares 32, deviation √(32/7), variation 0.4276', () => {
		const found = spreadOf(fines(200, 400, 400, 400, 500, 500, 700, 900))!;
		expect(found).toMatchObject({ count: 8, mean: 500, median: 450, least: 200, most: 900, insideShare: 0.75 });
		expect(found.variation).toBeCloseTo(Math.sqrt(32 / 7) / 5, 10);
		expect(found.variation).toBeCloseTo(0.4276, 4);
	});
	test('an odd number has its middle one', () => {
		expect(spreadOf(fines(300, 100, 200))).toMatchObject({ median: 200, mean: 200, variation: 0.5 });
	});
	test('one alone does not vary, nobody has no spread', () => {
		expect(spreadOf(fines(300))).toMatchObject({ median: 300, variation: null });
		expect(spreadOf([])).toBeNull();
	});
});

test('scale does not change the variation, order changes nothing', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2 }), (amounts) => {
			const found = spreadOf(fines(...amounts))!;
			const turned = spreadOf(fines(...amounts.toReversed().map((one) => one * 3)))!;
			expect(turned.variation).toBeCloseTo(found.variation!, 9);
			expect(found.least).toBeLessThanOrEqual(found.median);
			expect(found.median).toBeLessThanOrEqual(found.most);
		})
	);
});
