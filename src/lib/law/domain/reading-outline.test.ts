import { describe, expect, test } from 'vitest';
import { type Heading, outlineOf } from './outline.ts';
import { LISTED_HEADINGS, type OutlineEntry, headingsIn, openBranch } from './reading-outline.ts';

/** `books` books of `chapters` chapters with one article each. */
function law(books: number, chapters: number) {
	const headings: Heading[] = [];
	const units: { article: string; section: number }[] = [];
	for (let book = 1; book <= books; book++) {
		headings.push({ position: headings.length, level: 1, heading: `第${book}编` });
		for (let chapter = 1; chapter <= chapters; chapter++) {
			headings.push({ position: headings.length, level: 2, heading: `第${chapter}章` });
			units.push({ article: `${units.length + 1}`, section: headings.length - 1 });
		}
	}
	return { units, tree: outlineOf(headings, units) };
}
const listed = (entries: readonly OutlineEntry[]): number =>
	entries.reduce((sum, { children }) => sum + 1 + listed(children), 0);

describe('the outline beside a part', () => {
	test('marks what begins there and opens what is around it', () => {
		const { tree, units } = law(2, 3);
		const [first, second] = openBranch(tree, units, { from: 4, to: 4 });
		expect(first).toMatchObject({ isOpen: false, isHere: false, holds: '3 章', article: '1' });
		expect(second).toMatchObject({ isOpen: true, isHere: false, article: '4' });
		expect(second!.children.map(({ isHere }) => isHere)).toEqual([false, true, false]);
	});
	test('lists all of a usual outline, and of a long one the branch on screen', () => {
		const usual = law(3, 10);
		expect(listed(openBranch(usual.tree, usual.units, { from: 0, to: 0 }))).toBe(33);
		const long = law(10, 12);
		expect(listed(openBranch(long.tree, long.units, { from: 30, to: 31 }))).toBe(10 + 12);
		expect(10 * 13).toBeGreaterThan(LISTED_HEADINGS);
	});
	test('says nothing of a name that the headings do not share', () => {
		const headings = ['一、甲', '第一章 乙', '第二章 丙'].map((heading, position) => ({
			...{ position, heading, level: position === 0 ? 1 : 2 }
		}));
		headings.push({ position: 3, heading: '附则', level: 2 });
		const units = [{ article: '1', section: 1 }];
		expect(openBranch(outlineOf(headings, units), units, { from: 0, to: 0 })[0]!.holds).toBe('3 个标题');
	});
});

test('the headings of a stretch stand above their units, outer ones first', () => {
	const { tree } = law(2, 2);
	expect(headingsIn(tree, 2, 3).map(({ heading, depth, before }) => `${depth} ${heading} @${before}`)).toEqual([
		...['0 第2编 @0', '1 第1章 @0', '1 第2章 @1']
	]);
	expect(headingsIn(tree, 1, 1).map(({ heading }) => heading)).toEqual(['第2章']);
});
