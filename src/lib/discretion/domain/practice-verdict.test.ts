import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { totalBracket } from './practice-verdict.ts';

test('the brackets of several fines are added up, and none is none', () => {
	const ranges = fc.array(fc.record({ min: fc.nat(1e9), max: fc.nat(1e9) }), { minLength: 1, maxLength: 5 });
	fc.assert(
		fc.property(ranges, (all) => {
			const total = totalBracket(all.map((bracket) => ({ bracket })));
			expect(total?.min).toBe(all.reduce((sum, { min }) => sum + min, 0));
			expect(total?.max).toBe(all.reduce((sum, { max }) => sum + max, 0));
		})
	);
	expect(totalBracket([])).toBeNull();
});
