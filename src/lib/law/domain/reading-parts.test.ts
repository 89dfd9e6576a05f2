import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Heading, type OutlineNode, headingWord, outlineOf, pathsOf } from './outline.ts';
import { VIEW_BYTES, cutIntoParts, weightOf } from './reading-parts.ts';

const heading = (position: number, level: number): Heading => ({ position, level, heading: `标题${position}` });
const unit = (section: number | null, index: number) => ({ article: `${index + 1}`, section });
/** Cuts units, each given as [heading above it, share of a view]. */
const cut = (headings: readonly Heading[], units: readonly (readonly [number | null, number])[]) => {
	const paths = pathsOf(
		headings,
		units.map(([section], index) => unit(section, index))
	);
	const weights = units.map(([, share]) => share * VIEW_BYTES);
	return cutIntoParts(weights, paths, VIEW_BYTES).map(({ from, to }) => `${from}-${to}`);
};

const CHAPTERS = [heading(0, 1), heading(1, 1), heading(2, 1)];

describe('a text is cut into views', () => {
	test.each([
		[
			'a short law is one view',
			CHAPTERS,
			[
				[0, 0.2],
				[0, 0.2],
				[1, 0.3],
				[2, 0.2]
			],
			['0-3']
		],
		[
			'a chapter is a view',
			CHAPTERS,
			[
				[0, 0.4],
				[0, 0.3],
				[1, 0.6],
				[2, 0.5]
			],
			['0-1', '2-2', '3-3']
		],
		[
			'small ends join a neighbour',
			CHAPTERS,
			[
				[0, 0.7],
				[1, 0.6],
				[2, 0.05]
			],
			['0-0', '1-2']
		],
		[
			'a preface joins what follows',
			CHAPTERS,
			[
				[null, 0.02],
				[0, 0.7],
				[1, 0.6]
			],
			['0-1', '2-2']
		],
		[
			'an over-long chapter is cut evenly',
			CHAPTERS,
			[
				[0, 0.45],
				[0, 0.45],
				[0, 0.45],
				[0, 0.45],
				[1, 0.5]
			],
			['0-1', '2-3', '4-4']
		],
		[
			'without headings there are runs',
			[],
			[
				[null, 0.5],
				[null, 0.4],
				[null, 0.5],
				[null, 0.4]
			],
			['0-1', '2-3']
		],
		[
			'what is too heavy stands alone',
			[],
			[
				[null, 0.3],
				[null, 1.4],
				[null, 0.3]
			],
			['0-0', '1-1', '2-2']
		],
		[
			'a book that fits stays whole',
			[heading(0, 1), heading(1, 2), heading(2, 2), heading(3, 1)],
			[
				[1, 0.3],
				[2, 0.3],
				[3, 0.8]
			],
			['0-1', '2-2']
		],
		[
			'an annex comes after the last heading',
			CHAPTERS,
			[
				[0, 0.6],
				[1, 0.6],
				[null, 0.5]
			],
			['0-0', '1-1', '2-2']
		],
		['nothing gives nothing', [], [], []]
	] as [string, Heading[], [number | null, number][], string[]][])('%s', (_, headings, units, wanted) => {
		expect(cut(headings, units)).toEqual(wanted);
	});

	const texts = fc
		.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 12 })), {
			maxLength: 14
		})
		.map((chapters) => ({
			headings: chapters.map(([level], position) => heading(position, level)),
			units: chapters.flatMap(([, lengths], section) => lengths.map((length) => ({ length, section })))
		}));
	test('every unit is in exactly one view, in order, and no view of several units is too heavy', () => {
		fc.assert(
			fc.property(texts, ({ headings, units }) => {
				const weights = units.map(({ length }) => weightOf({ length, lines: 1 }));
				const parts = cutIntoParts(
					weights,
					pathsOf(
						headings,
						units.map(({ section }, index) => unit(section, index))
					),
					VIEW_BYTES
				);
				const covered = parts.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (__, at) => from + at));
				expect(covered).toEqual(units.map((__, index) => index));
				for (const { from, to } of parts) {
					const weight = weights.slice(from, to + 1).reduce((sum, one) => sum + one, 0);
					expect(from === to || weight <= VIEW_BYTES).toBe(true);
				}
			})
		);
	});
});

describe('the outline', () => {
	const headings = [heading(0, 1), heading(1, 2), heading(2, 3), heading(3, 2), heading(4, 1)];
	const units = [unit(null, 0), unit(2, 1), unit(2, 2), unit(4, 3)];
	test('has the headings below each other, each with its first unit', () => {
		const print = (nodes: readonly OutlineNode[]): string =>
			nodes.map(({ position, first, children }) => `${position}@${first}(${print(children)})`).join(' ');
		expect(print(outlineOf(headings, units))).toBe('0@1(1@1(2@1()) 3@3()) 4@3()');
	});
	test('knows what is above a unit', () => {
		expect(pathsOf(headings, units)).toEqual([[], [0, 1, 2], [0, 1, 2], [4]]);
	});
	test('a heading below which nothing stands begins after the last unit', () => {
		expect(outlineOf([heading(0, 1), heading(1, 1)], [unit(0, 0)])[1]!.first).toBe(1);
	});
	test.each([
		['第三章 法律责任', '章'],
		['第一分编 通则', '分编'],
		['第二编 分则', '编'],
		['第十二节', '节'],
		['附则', null]
	])('%s is a %s', (text, word) => {
		expect(headingWord(text)).toBe(word);
	});
});
