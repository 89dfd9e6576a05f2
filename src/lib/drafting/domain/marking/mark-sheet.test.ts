import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepKnown, markOf, openCriteria } from './mark-sheet.ts';

const criterion = (id: string, weight: number, count: number) => ({
	...{ id, title: id, weight, question: id },
	levels: Array.from({ length: count }, (_, level) => ({ title: `${level}`, anchor: `${level}` }))
});
const GUIDE = { criteria: [criterion('facts', 50, 5), criterion('law', 30, 4), criterion('tone', 20, 3)] };

describe('the mark of a sheet', () => {
	test.each([
		['all at the worst', { facts: 0, law: 0, tone: 0 }, 0],
		['all at the best', { facts: 4, law: 3, tone: 2 }, 100],
		['half of the facts', { facts: 2, law: 0, tone: 0 }, 25],
		['a third of the law: one decimal', { facts: 0, law: 1, tone: 0 }, 10],
		['mixed', { facts: 3, law: 2, tone: 1 }, 67.5]
	])('%s', (_, levels, mark) => expect(markOf(GUIDE, levels)).toBe(mark));

	test.each([
		['a criterion without a level', { facts: 1, law: 1 }],
		['a level above the best', { facts: 5, law: 1, tone: 1 }],
		['a level below the worst', { facts: -1, law: 1, tone: 1 }],
		['half a level', { facts: 0.5, law: 1, tone: 1 }]
	])('is refused for %s', (_, levels) => {
		expect(openCriteria(GUIDE, levels as Record<string, number>)).toHaveLength(1);
		expect(() => markOf(GUIDE, levels as Record<string, number>)).toThrow(RangeError);
	});
});

const guides = fc
	.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 2, max: 6 })), { minLength: 1, maxLength: 6 })
	.map((parts) => {
		const sum = parts.reduce((total, [weight]) => total + weight, 0);
		return { criteria: parts.map(([weight, count], index) => criterion(`c${index}`, (100 * weight) / sum, count)) };
	});
const sheets = guides.chain((guide) =>
	fc
		.tuple(...guide.criteria.map(({ levels }) => fc.integer({ min: 0, max: levels.length - 1 })))
		.map((chosen) => ({ guide, levels: Object.fromEntries(chosen.map((level, index) => [`c${index}`, level])) }))
);

describe('whatever the guide', () => {
	test('a mark lies between 0 and 100 and has one decimal', () => {
		fc.assert(
			fc.property(sheets, ({ guide, levels }) => {
				const mark = markOf(guide, levels);
				expect(mark).toBeGreaterThanOrEqual(0);
				expect(mark).toBeLessThanOrEqual(100);
				expect(Math.round(mark * 10) / 10).toBe(mark);
			})
		);
	});

	test('a better level never lowers the mark', () => {
		fc.assert(
			fc.property(sheets, ({ guide, levels }) => {
				for (const { id, levels: known } of guide.criteria) {
					if (levels[id]! + 1 >= known.length) continue;
					expect(markOf(guide, { ...levels, [id]: levels[id]! + 1 })).toBeGreaterThanOrEqual(markOf(guide, levels));
				}
			})
		);
	});

	test('what the guide does not know is dropped, what it knows is kept', () => {
		fc.assert(
			fc.property(sheets, ({ guide, levels }) => {
				expect(keepKnown(guide, { ...levels, stranger: 1 })).toEqual(levels);
			})
		);
	});
});
