import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Choice, Numeric, Ordering } from './item.ts';
import { markAnswer } from './mark.ts';

const option = (key: string, correct: boolean) => ({ key, text: `选项${key}`, correct, reason: `关于${key}的理由` });
const choice = (type: Choice['type'], all: string, right: string): Choice => ({
	type,
	options: [...all].map((key) => option(key, right.includes(key)))
});
const keys = (text: string) => [...text];
const mark = (task: Choice | Ordering, given: string) => markAnswer(task, keys(given)).mark;

describe('single and true or false', () => {
	test.each([
		['single', 'abcd', 'b', 'b', 100],
		['single', 'abcd', 'b', 'a', 0],
		['truefalse', 'tf', 'f', 'f', 100],
		['truefalse', 'tf', 'f', 't', 0]
	] as const)('%s of %s, key %s, picked %s: %i', (type, all, right, given, expected) => {
		expect(mark(choice(type, all, right), given)).toBe(expected);
	});

	test('every option has its reason, right or wrong', () => {
		expect(markAnswer(choice('single', 'abc', 'b'), ['a']).reasons).toEqual([
			{ at: 'a', right: false, text: '关于a的理由' },
			{ at: 'b', right: true, text: '关于b的理由' },
			{ at: 'c', right: false, text: '关于c的理由' }
		]);
	});
});

describe('multiple', () => {
	test.each([
		['both', 'abcd', 'ac', 'ac', 100],
		['one of two', 'abcd', 'ac', 'a', 50],
		['a wrong pick cancels a right one', 'abcd', 'ac', 'ab', 0],
		['both and a wrong one', 'abcd', 'ac', 'abc', 50],
		['only wrong ones', 'abcd', 'ac', 'bd', 0],
		['two of three', 'abcde', 'ace', 'ac', 67],
		['one of three', 'abcde', 'ace', 'a', 33],
		['three and a wrong one', 'abcde', 'ace', 'abce', 67],
		['never below nothing', 'abcdef', 'ab', 'cdef', 0]
	])('%s', (_, all, right, given, expected) => {
		expect(mark(choice('multiple', all, right), given)).toBe(expected);
	});

	test.each([
		['abcd', 'ac'],
		['abcde', 'ace'],
		['abcd', 'abc'],
		['abc', 'ab'],
		['abcdef', 'abcde']
	])('ticking everything earns nothing: %s, key %s', (all, right) => {
		const marked = markAnswer(choice('multiple', all, right), keys(all));
		expect(marked.mark).toBe(0);
		expect(marked.rule).toContain('不得分');
	});

	test('the rule counts hits, slips and misses', () => {
		const { rule } = markAnswer(choice('multiple', 'abcde', 'ace'), keys('abc'));
		expect(rule).toBe('应选 3 项：选对 2 项，错选 1 项，漏选 1 项；错选一项抵一项，得 33 分。');
	});
});

const DAYS: Numeric = {
	type: 'numeric',
	value: 15,
	tolerance: 0,
	unit: '日',
	counting: '收到当日不计',
	traps: [{ value: 14, reason: '把收到当日算进去了。' }]
};

describe('numeric', () => {
	test.each([
		[DAYS, 15, 100],
		[DAYS, 14, 0],
		[DAYS, 15.0001, 0],
		[DAYS, -15, 0],
		[{ ...DAYS, value: 240_000, tolerance: 500 }, 239_500, 100],
		[{ ...DAYS, value: 240_000, tolerance: 500 }, 240_500, 100],
		[{ ...DAYS, value: 240_000, tolerance: 500 }, 240_500.01, 0],
		[{ ...DAYS, value: 0.3, tolerance: 0.1 }, 0.4, 100],
		[{ ...DAYS, value: 0.1, tolerance: 0.2 }, 0.3, 100],
		[{ ...DAYS, value: 0, tolerance: 0.05 }, 0.05, 100]
	])('%j given %d: %i', (task, given, expected) => {
		expect(markAnswer(task, given).mark).toBe(expected);
	});

	test('a known wrong value gets its own reason, another only the key', () => {
		const trapped = markAnswer(DAYS, 14);
		expect(trapped.rule).toBe('正确答案是 15 日。');
		expect(trapped.reasons).toEqual([
			{ at: 'value', right: true, text: '收到当日不计' },
			{ at: 'given', right: false, text: '把收到当日算进去了。' }
		]);
		expect(markAnswer(DAYS, 13).reasons).toHaveLength(1);
		expect(markAnswer(DAYS, 15).reasons).toHaveLength(1);
	});

	test('both ends of the range are in it, a ten-thousandth beyond is out, whatever the decimals', () => {
		const tenThousandths = (max: number) => fc.integer({ min: 0, max });
		fc.assert(
			fc.property(tenThousandths(10 ** 10), tenThousandths(10 ** 8), (value, tolerance) => {
				const task: Numeric = { ...DAYS, value: value / 1e4, tolerance: tolerance / 1e4, traps: [] };
				const at = (given: number) => markAnswer(task, given / 1e4).mark;
				expect([at(value - tolerance), at(value), at(value + tolerance)]).toEqual([100, 100, 100]);
				expect([at(value - tolerance - 1), at(value + tolerance + 1)]).toEqual([0, 0]);
			}),
			{ numRuns: 500 }
		);
	});
});

const FILING: Ordering = {
	type: 'ordering',
	steps: keys('abcd').map((key) => ({ key, text: `步骤${key}` })),
	accepted: [keys('abcd'), keys('abdc')],
	traps: [
		{ first: 'b', second: 'a', reason: '先调查后立案。' },
		{ first: 'd', second: 'b', reason: '先决定后告知。' }
	]
};

describe('ordering', () => {
	test.each([
		['the first lawful order', 'abcd', 100],
		['the second lawful order', 'abdc', 100],
		['one pair off: 5 of 6', 'bacd', 67],
		['one pair off the second order', 'badc', 67],
		['two pairs off: 4 of 6', 'bcad', 33],
		['half of the pairs is chance', 'dabc', 33],
		['back to front', 'dcba', 0]
	])('%s', (_, given, expected) => {
		expect(mark(FILING, given)).toBe(expected);
	});

	test('each trap that was stepped into says why', () => {
		expect(markAnswer(FILING, keys('dbca')).reasons).toEqual([
			{ at: 'b>a', right: false, text: '先调查后立案。' },
			{ at: 'd>b', right: false, text: '先决定后告知。' }
		]);
		expect(markAnswer(FILING, keys('abdc')).reasons).toEqual([]);
	});
});

test.each([
	['numeric', DAYS, ['15']],
	['single', choice('single', 'abc', 'a'), 1],
	['ordering', FILING, 1]
])('another shape of answer to %s is a bug and throws', (_, task, given) => {
	expect(() => markAnswer(task, given)).toThrow(TypeError);
});

describe('whatever is answered', () => {
	const choices = fc
		.record({ size: fc.integer({ min: 3, max: 6 }), seed: fc.nat(), type: fc.constantFrom('single', 'multiple') })
		.map(({ size, seed, type }) => {
			const all = 'abcdef'.slice(0, size);
			const rights = type === 'single' ? 1 : 2 + (seed % (size - 2));
			const turned = all.slice(seed % size) + all.slice(0, seed % size);
			return choice(type, all, turned.slice(0, rights));
		});
	const picksOf = (task: Choice) =>
		fc.shuffledSubarray(
			task.options.map(({ key }) => key),
			{ minLength: 1 }
		);
	const answered = choices.chain((task) => fc.record({ task: fc.constant(task), picks: picksOf(task) }));
	const sorted = (some: readonly string[]) => [...some].sort().join();

	test('choice: 0–100, full marks for the key and nothing else, the order of ticks does not matter', () => {
		fc.assert(
			fc.property(answered, ({ task, picks }) => {
				const { mark } = markAnswer(task, picks);
				const right = task.options.filter(({ correct }) => correct).map(({ key }) => key);
				expect(Number.isInteger(mark) && mark >= 0 && mark <= 100).toBe(true);
				expect(mark === 100).toBe(sorted(picks) === sorted(right));
				expect(markAnswer(task, [...picks].sort()).mark).toBe(mark);
				expect(markAnswer({ ...task, options: [...task.options].reverse() }, picks).mark).toBe(mark);
			})
		);
	});

	test('multiple: another right pick never costs, another wrong pick never pays', () => {
		fc.assert(
			fc.property(answered, ({ task, picks }) => {
				const last = task.options.find(({ key }) => key === picks.at(-1))!;
				const [without, with_] = [markAnswer(task, picks.slice(0, -1)).mark, markAnswer(task, picks).mark];
				const isEverything = picks.length === task.options.length;
				if (last.correct && !isEverything) expect(with_).toBeGreaterThanOrEqual(without);
				if (!last.correct) expect(with_).toBeLessThanOrEqual(without);
			})
		);
	});

	test('ordering: 0–100, full marks for a lawful order and nothing else', () => {
		const orders = fc.integer({ min: 3, max: 8 }).chain((size) => {
			const order = fc.shuffledSubarray(keys('abcdefgh'.slice(0, size)), { minLength: size });
			return fc.record({ given: order, accepted: fc.array(order, { minLength: 1, maxLength: 3 }) });
		});
		fc.assert(
			fc.property(orders, ({ given, accepted }) => {
				const task: Ordering = { ...FILING, steps: given.map((key) => ({ key, text: key })), accepted, traps: [] };
				const { mark } = markAnswer(task, given);
				expect(Number.isInteger(mark) && mark >= 0 && mark <= 100).toBe(true);
				expect(mark === 100).toBe(accepted.some((order) => order.join() === given.join()));
				expect(markAnswer({ ...task, accepted: [...accepted].reverse() }, given).mark).toBe(mark);
				for (const order of accepted) expect(markAnswer(task, order).mark).toBe(100);
			})
		);
	});
});
