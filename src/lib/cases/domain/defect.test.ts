import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRAVITIES, type Gravity, heaviestOf } from './defect.ts';

test('the heaviest of several is the one furthest up the ladder, in whatever order they are told', () => {
	const ladder = Object.keys(GRAVITIES) as Gravity[];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...ladder)), (steps) => {
			const expected = Math.max(-1, ...steps.map((step) => ladder.indexOf(step)));
			expect(heaviestOf(steps.map((gravity) => ({ gravity })))).toBe(ladder[expected] ?? null);
		})
	);
});
