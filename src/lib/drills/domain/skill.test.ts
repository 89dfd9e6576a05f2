import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DRILL_KINDS, type DrillKind } from './kinds.ts';
import { type LastAnswer, LEAST_QUESTIONS, rankArticles, shareOf, skillsByKind } from './skill.ts';

describe('a share and its interval', () => {
	test.each([
		// right, of, low, high: the published values of Wilson's interval, rounded outwards to whole percents
		[0, 0, 0, 100],
		[0, 1, 0, 80],
		[1, 1, 20, 100],
		[0, 10, 0, 28],
		[10, 10, 72, 100],
		[5, 10, 23, 77],
		[81, 263, 25, 37],
		[15, 148, 6, 17]
	])('%i of %i lies between %i and %i percent', (right, of, low, high) => {
		expect(shareOf(right, of)).toEqual({ right, of, low, high });
	});

	const counts = fc.nat(400).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
	test('holds the share itself, stays in 0–100, and narrows with more of the same', () => {
		fc.assert(
			fc.property(counts, ([right, of]) => {
				const { low, high } = shareOf(right, of);
				expect(low).toBeGreaterThanOrEqual(0);
				expect(high).toBeLessThanOrEqual(100);
				if (of === 0) return;
				expect(low * of).toBeLessThanOrEqual(right * 100);
				expect(high * of).toBeGreaterThanOrEqual(right * 100);
				const more = shareOf(right * 4, of * 4);
				expect(more.low).toBeGreaterThanOrEqual(low);
				expect(more.high).toBeLessThanOrEqual(high);
			})
		);
	});

	test('is the mirror image for the wrong ones', () => {
		fc.assert(
			fc.property(counts, ([right, of]) => {
				const one = shareOf(right, of);
				const other = shareOf(of - right, of);
				expect([one.low, one.high]).toEqual([100 - other.high, 100 - other.low]);
			})
		);
	});
});

const answer = (n: number, isRight: boolean, articles: string[], kind: DrillKind = 'evidence'): LastAnswer => ({
	...{ itemId: `item-${n}`, kind, isRight, articles }
});
const many = (count: number, isRight: boolean, article: string) =>
	Array.from({ length: count }, (_, n) => answer(n, isRight, [article]));

test('all five kinds are there, and few questions are said to tell nothing', () => {
	const skills = skillsByKind([...many(LEAST_QUESTIONS - 1, true, 'a/1'), answer(99, false, [], 'drafting')]);
	expect(skills.map(({ kind }) => kind)).toEqual(Object.keys(DRILL_KINDS));
	expect(skills.filter(({ tells }) => tells)).toEqual([]);
	expect(skills.find(({ kind }) => kind === 'evidence')).toMatchObject({ right: 9, of: 9, label: '调查取证' });
	expect(skills.find(({ kind }) => kind === 'system')).toMatchObject({ of: 0, low: 0, high: 100 });
	const enough = skillsByKind(many(LEAST_QUESTIONS, true, 'a/1'));
	expect(enough.filter(({ tells }) => tells).map(({ kind }) => kind)).toEqual(['evidence']);
});

describe('articles', () => {
	test('more wrong of the same kind is weaker; one right answer is no strength; a question counts once an article', () => {
		const answers = [
			...many(1, false, 'a/1'),
			...many(2, false, 'a/2'),
			...many(1, true, 'a/3'),
			...many(2, true, 'a/4'),
			...many(6, true, 'a/5'),
			answer(50, true, ['a/6', 'a/6']),
			...many(9, true, 'a/7'),
			answer(51, false, ['a/7'])
		];
		const { weakest, strongest } = rankArticles(answers, 10);
		expect(weakest.map(({ article }) => article)).toEqual(['a/2', 'a/1', 'a/7']);
		expect(strongest.map(({ article }) => article)).toEqual(['a/5', 'a/4']);
		expect(rankArticles(answers, 2).strongest.map(({ article }) => article)).toEqual(['a/5', 'a/7']);
	});

	test('none stands in both lists, whatever was answered, and the order of the answers does not matter', () => {
		const one = fc.record({
			itemId: fc.string(),
			kind: fc.constantFrom(...(Object.keys(DRILL_KINDS) as DrillKind[])),
			isRight: fc.boolean(),
			articles: fc.array(fc.constantFrom('a/1', 'a/2', 'b/1', 'b/134-1', 'c/9'), { maxLength: 3 })
		});
		fc.assert(
			fc.property(fc.array(one, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (answers, size) => {
				const ranked = rankArticles(answers, size);
				const named = [...ranked.weakest, ...ranked.strongest].map(({ article }) => article);
				expect(new Set(named).size).toBe(named.length);
				expect(rankArticles([...answers].reverse(), size)).toEqual(ranked);
				for (const { right, of } of ranked.weakest) expect(right).toBeLessThan(of);
			})
		);
	});
});
