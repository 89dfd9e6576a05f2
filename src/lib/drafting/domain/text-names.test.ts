import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { likelyStarts } from './text-names.ts';

/** Few signs, so that names begin, overlap and stand at the end often enough. */
const few = fc.string({ unit: fc.constantFrom('江', '晚', '舟', '，'), maxLength: 30 });

test('every position, and no other, at which the first or the second sign of a name stands in its place', () => {
	fc.assert(
		fc.property(
			few,
			fc.string({ unit: fc.constantFrom('江', '晚', '舟'), minLength: 2, maxLength: 4 }),
			(text, name) => {
				const plain = [...text].flatMap((_, start) =>
					text[start] === name[0] || text[start + 1] === name[1] ? [start] : []
				);
				expect([...likelyStarts(text, name)]).toEqual(plain);
			}
		)
	);
});
