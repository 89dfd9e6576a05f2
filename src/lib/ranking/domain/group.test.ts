import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupOf, rankWithin } from './group.ts';

test.each([
	['2026-05-31', false, 'office'],
	['2026-06-01', false, 'office'],
	['2026-06-02', false, 'newcomer'],
	['2026-06-02', true, 'newcomer'],
	['2026-12-01', true, 'newcomer'],
	['2020-07-01', true, 'town'],
	[null, false, 'office']
] as const)('who joined on %s (in a town: %s) is in December in the group %s', (joinedOn, isTown, group) => {
	expect(groupOf({ joinedOn, isTown }, '2026-12-01')).toBe(group);
});

const row = (rank: number | null, isMe = false) => ({ rank, isMe });

test('places inside a group keep shared places and leave the unranked unranked', () => {
	expect(rankWithin([row(2), row(5), row(5), row(9), row(null)]).map(({ place }) => place)).toEqual([1, 2, 2, 4, null]);
});

test('a place in a group is never worse than the rank on the board', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(5), fc.boolean()), { maxLength: 30 }), (list) => {
			const totals = list.map(([total]) => total).sort((left, right) => right - left);
			const ranked = totals.map((total) => ({ rank: 1 + totals.indexOf(total) }));
			for (const { rank, place } of rankWithin(ranked.filter((_, at) => list[at]![1]))) {
				expect(place).toBeLessThanOrEqual(rank);
			}
		})
	);
});
