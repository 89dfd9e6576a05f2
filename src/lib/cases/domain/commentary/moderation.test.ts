import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	type Decided,
	type Decision,
	type JudgedComment,
	creditsOf,
	duplicatesOf,
	judgeComment,
	standingOf
} from './moderation.ts';

const decided = (decision: Decision, into: string | null = null): Decided => ({ decision, reason: '', into });
const comment = (id: string, more: Partial<JudgedComment> = {}): JudgedComment => ({
	...{ id, itemId: 'case-1', authorId: 'lin', decisions: [] },
	...more
});
const ruling = (decision: Decision, more: Partial<Parameters<typeof judgeComment>[2]> = {}) => ({
	...{ decision, reason: '与第一条相同', into: null, moderatorId: 'liang', seen: 0 },
	...more
});
const codeOf = (result: ReturnType<typeof judgeComment>) => (result.ok ? result.value.decision : result.refusal.code);

describe('deciding about a comment', () => {
	const first = comment('a');
	const twin = comment('b', { authorId: 'wei' });
	const elsewhere = comment('c', { itemId: 'case-2' });
	const returned = comment('d', { decisions: [decided('returned')] });
	const all = [first, twin, elsewhere, returned];
	test.each<[string, JudgedComment, ReturnType<typeof ruling>, string]>([
		['accepted', first, ruling('accepted'), 'accepted'],
		['returned', first, ruling('returned'), 'returned'],
		['merged into one that says the same', twin, ruling('merged', { into: 'a' }), 'merged'],
		['an own comment', first, ruling('accepted', { moderatorId: 'lin' }), 'own-comment'],
		['an own comment cannot be returned either', first, ruling('returned', { moderatorId: 'lin' }), 'own-comment'],
		['from a page that is out of date', returned, ruling('accepted'), 'decided-meanwhile'],
		['a returned one after all', returned, ruling('accepted', { seen: 1 }), 'accepted'],
		['merged into itself', first, ruling('merged', { into: 'a' }), 'no-target'],
		['merged into nothing', first, ruling('merged'), 'no-target'],
		['merged into a comment on another case', first, ruling('merged', { into: 'c' }), 'no-target'],
		['merged into one that was returned', first, ruling('merged', { into: 'd' }), 'no-target'],
		[
			'taken back by its author',
			comment('e', { decisions: [decided('withdrawn')] }),
			ruling('accepted', { seen: 1 }),
			'withdrawn'
		]
	])('%s', (_, one, given, code) => {
		expect(codeOf(judgeComment(one, all, given))).toBe(code);
	});

	test('the one into which others were merged stays accepted', () => {
		const kept = comment('a', { decisions: [decided('accepted')] });
		const merged = comment('b', { decisions: [decided('merged', 'a')] });
		expect(codeOf(judgeComment(kept, [kept, merged], ruling('returned', { seen: 1 })))).toBe('has-duplicates');
		const other = comment('f');
		expect(codeOf(judgeComment(kept, [kept, merged, other], ruling('merged', { seen: 1, into: 'f' })))).toBe(
			'has-duplicates'
		);
		expect(duplicatesOf(kept, [kept, merged])).toEqual([merged]);
	});
});

test('only accepted comments count, each once, for their authors in order', () => {
	const anyDecisions = fc.array(fc.constantFrom<Decision>('accepted', 'returned', 'merged', 'withdrawn'), {
		maxLength: 3
	});
	const anyComments = fc.array(fc.record({ author: fc.constantFrom('lin', 'wei', 'xu'), decisions: anyDecisions }));
	fc.assert(
		fc.property(anyComments, (given) => {
			const comments = given.map(({ author, decisions }, index) =>
				comment(`${index}`, { authorId: author, decisions: decisions.map((one) => decided(one)) })
			);
			const credits = creditsOf(comments);
			const counted = [...credits.values()].flat();
			expect(new Set(counted).size).toBe(counted.length);
			expect([...counted].sort()).toEqual(
				comments
					.filter((one) => standingOf(one) === 'accepted')
					.map(({ id }) => id)
					.sort()
			);
			expect([...credits.keys()]).toEqual([...credits.keys()].sort());
			for (const [author, ids] of credits) {
				expect(ids.length).toBeGreaterThan(0);
				for (const id of ids) expect(comments[Number(id)]!.authorId).toBe(author);
			}
		})
	);
});
