import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, drawMarkers } from './draw-markers.ts';

const one = (id: string, unitId = 'bureau', open = 0): Candidate => ({ id, unitId, open });
const WANTED = { count: 2, authorId: 'author', unitIds: ['town'], taken: [] as string[] };

describe('who marks', () => {
	test.each<[string, Candidate[], Partial<typeof WANTED>, string[]]>([
		['never the author', [one('author'), one('a'), one('b')], {}, ['a', 'b']],
		['never somebody of the unit', [one('a', 'town'), one('b'), one('c')], {}, ['b', 'c']],
		['never the same twice', [one('a'), one('b'), one('c')], { taken: ['b'] }, ['a', 'c']],
		['first who has least waiting', [one('a', 'bureau', 5), one('b', 'bureau', 1), one('c')], {}, ['b', 'c']],
		['the old unit as well as the new one', [one('a', 'old'), one('b')], { unitIds: ['town', 'old'], count: 1 }, ['b']]
	])('%s', (_, candidates, wanted, expected) => {
		expect([...drawMarkers(candidates, { ...WANTED, ...wanted }, 7).markers].sort()).toEqual(expected);
	});

	test('who cannot be found is said', () => {
		expect(drawMarkers([one('a'), one('b', 'town')], WANTED, 7)).toEqual({
			markers: ['a'],
			missing: 1,
			reason: '有阅卷角色的 2 人，去掉撰写人所在单位的 1 人和已经阅过这份的，还缺 1 人。'
		});
		expect(drawMarkers([], WANTED, 7)).toMatchObject({ markers: [], missing: 2 });
	});
});

const people = fc.uniqueArray(
	fc.record({
		id: fc.constantFrom(...'abcdefghij'),
		unitId: fc.constantFrom('town', 'bureau', 'brigade'),
		open: fc.nat(5)
	}),
	{ selector: ({ id }) => id }
);

describe('whoever there is', () => {
	test('nobody who may not, nobody twice, as many as there are, the order of rows decides nothing', () => {
		fc.assert(
			fc.property(people, fc.subarray([...'abcdefghij']), fc.integer(), (candidates, taken, seed) => {
				const wanted = { ...WANTED, authorId: 'a', taken };
				const drawn = drawMarkers(candidates, wanted, seed);
				const may = candidates.filter(({ id, unitId }) => id !== 'a' && unitId !== 'town' && !taken.includes(id));
				expect(new Set(drawn.markers).size).toBe(drawn.markers.length);
				expect(drawn.markers.every((id) => may.some((other) => other.id === id))).toBe(true);
				expect(drawn.markers.length).toBe(Math.min(2, may.length));
				expect(drawn.markers.length + drawn.missing).toBe(2);
				expect(drawMarkers([...candidates].reverse(), wanted, seed)).toEqual(drawn);
				const passed = may.filter(({ id }) => !drawn.markers.includes(id));
				for (const id of drawn.markers) {
					const load = candidates.find((other) => other.id === id)!.open;
					expect(passed.every(({ open }) => open >= load)).toBe(true);
				}
			})
		);
	});

	test('equals are drawn by lot, not by name', () => {
		const first = Array.from({ length: 200 }, (_, seed) => {
			return drawMarkers([one('a'), one('b'), one('c'), one('d')], { ...WANTED, count: 1 }, seed).markers[0];
		});
		for (const id of 'abcd') expect(first.filter((drawn) => drawn === id).length).toBeGreaterThan(20);
	});
});
