import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOf, matchArticles } from './match-articles.ts';
import { DIFF_BYTES, changedPages, describeDifference, unchangedRuns } from './version-difference.ts';

/** Texts that have nothing in common, one for each letter. */
const wordingOf = (letter: string) => Array.from({ length: 6 }, (_, n) => `${letter}${n}`).join('');
const law = (letters: string) =>
	[...letters].map((letter, index) => ({ article: `${index + 1}`, label: `#${index + 1}`, text: wordingOf(letter) }));
const runsOf = (before: string, after: string) =>
	unchangedRuns(matchArticles(law(before), law(after)), law(before)).map(
		({ isMoved, before: old, after: fresh, count }) =>
			`${old[0]}-${old[1]}${isMoved ? `→${fresh[0]}-${fresh[1]}` : ''} (${count})`
	);

describe('what reads the same', () => {
	test.each([
		['甲乙丙', '甲乙丙', ['#1-#3 (3)']],
		['甲乙丙丁', '甲戊丙丁', ['#1-#1 (1)', '#3-#4 (2)']],
		['甲乙丙丁', '甲戊乙丙丁', ['#1-#1 (1)', '#2-#4→#3-#5 (3)']],
		['甲乙丙丁', '甲丙丁', ['#1-#1 (1)', '#3-#4→#2-#3 (2)']],
		['甲乙丙', '丙甲乙', ['#3-#3→#1-#1 (1)', '#1-#2→#2-#3 (2)']],
		['甲', '乙', []]
	])('%s → %s: %j', (before, after, wanted) => {
		expect(runsOf(before, after)).toEqual(wanted);
	});
});

test('the counts of all fates add up to all matches', () => {
	const letters = fc.array(fc.constantFrom(...'甲乙丙丁戊己'), { maxLength: 10 }).map((list) => list.join(''));
	fc.assert(
		fc.property(letters, letters, (before, after) => {
			const matches = matchArticles(law(before), law(after));
			const counts = Object.fromEntries(describeDifference(matches).map(({ change, count }) => [change, count]));
			expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(matches.length);
			const listed = unchangedRuns(matches, law(before)).reduce((sum, { count }) => sum + count, 0);
			expect(listed).toBe(counts['same']! + counts['moved']!);
		})
	);
});

test('what differs is paged: everything once, in order, no page of several articles too heavy', () => {
	const text = (length: number) => '改'.repeat(length);
	const lengths = fc.array(fc.integer({ min: 1, max: 6000 }), { maxLength: 40 });
	fc.assert(
		fc.property(lengths, fc.integer({ min: 0, max: 200 }), (list, runs) => {
			const matches = list.map((length, index) => {
				const one = { article: `${index + 1}`, label: `#${index + 1}`, text: text(length) };
				return index % 3 === 0 ? { before: one, after: one } : { before: null, after: one };
			});
			const pages = changedPages(matches, runs);
			expect(pages.flat()).toEqual(matches.filter((one) => changeOf(one) === 'new'));
			for (const page of pages) {
				const weight = page.reduce((sum, { after }) => sum + 6 * after!.text.length, 0);
				expect(page.length === 1 || weight <= DIFF_BYTES).toBe(true);
				expect(page.length > 0 || page === pages[0]).toBe(true);
			}
		})
	);
});
