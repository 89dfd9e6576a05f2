import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dotsOf, shareOf } from './fine-plot.ts';

const SPAN = { min: 100_000, max: 500_000 };
const dot = (amount: number, isOwn = false) => ({ amount, isOwn, isInside: true });

test('an amount lies where its share of the span is; what lies beyond stands at the end and says so', () => {
	expect([100_000, 300_000, 500_000, 0, 900_000].map((amount) => shareOf(amount, SPAN))).toEqual([0, 50, 100, 0, 100]);
	expect(shareOf(7, { min: 7, max: 7 })).toBe(50);
	expect(dotsOf([dot(900_000), dot(500_000)], SPAN).map(({ isBeyond }) => isBeyond)).toEqual([false, true]);
});

describe('dots', () => {
	test('equal ones are stacked, the own one lowest', () => {
		const dots = dotsOf([dot(300_000), dot(301_000), dot(300_000, true), dot(400_000)], SPAN);
		expect(dots.map(({ x, level, isOwn }) => [x, level, isOwn])).toEqual([
			[50, 0, true],
			[50, 1, false],
			[50, 2, false],
			[75, 0, false]
		]);
	});

	test('no two stand at the same place, whatever the amounts', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 600_000 }), { maxLength: 60 }), (amounts) => {
				const dots = dotsOf(
					amounts.map((amount) => dot(amount)),
					SPAN
				);
				return new Set(dots.map(({ x, level }) => `${x}/${level}`)).size === amounts.length;
			})
		);
	});
});
