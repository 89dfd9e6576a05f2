import { describe, expect, test } from 'vitest';
import type { Place } from './combine-marks.ts';
import { type Held, heldWrongly, marksOf, placesNeeded } from './places-needed.ts';

const held = (place: Place, mark: number | null = null, isRecused = false): Held => ({
	...{ id: `m${place}`, place, markerId: `p${place}`, mark, isRecused }
});

describe('who is still to be drawn', () => {
	test.each<[string, Held[], boolean, Place[]]>([
		['a new document: two', [], false, [1, 2]],
		['one is there', [held(1)], false, [2]],
		['both are there', [held(1), held(2)], false, []],
		['one has handed it back', [held(1), held(2, null, true)], false, [2]],
		['both gave nearly the same', [held(1, 70), held(2, 75)], false, []],
		['both gave far apart', [held(1, 40), held(2, 75)], false, [3]],
		['the third is there', [held(1, 40), held(2, 75), held(3)], false, []],
		['the third has handed it back', [held(1, 40), held(2, 75), held(3, null, true)], false, [3]],
		['an objection', [held(1, 70), held(2, 75)], true, [4]],
		['an objection that somebody looks at', [held(1, 70), held(2, 75), held(4)], true, []]
	])('%s', (_, list, isObjected, places) => {
		expect(placesNeeded({ held: list, limit: 15, isObjected })).toEqual(places);
	});
});

test('a mark of somebody who handed it back does not exist; the one drawn instead counts', () => {
	expect(marksOf([held(1, null, true), { ...held(1, 66), markerId: 'other' }, held(2, 70)])).toEqual([66, 70, null]);
});

test('only what is open can be held wrongly', () => {
	const list = [held(1, 70), held(2), held(3, null, true)];
	expect(heldWrongly(list, () => false).map(({ id }) => id)).toEqual(['m2']);
	expect(heldWrongly(list, () => true)).toEqual([]);
});
