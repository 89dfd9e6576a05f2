import { describe, expect, test } from 'vitest';
import type { Choice, Numeric, Ordering } from './item.ts';
import { findTaskFault } from './task-faults.ts';

const choice = (type: Choice['type'], all: string, right: string): Choice => ({
	type,
	options: [...all].map((key) => ({ key, text: `选项${key}`, correct: right.includes(key), reason: '理由' }))
});
const numeric = (value: number, tolerance: number, traps: number[]): Numeric => ({
	...{ type: 'numeric', value, tolerance, unit: '日', counting: '收到当日不计' },
	traps: traps.map((wrong) => ({ value: wrong, reason: '理由' }))
});
const ordering = (steps: string, accepted: string[], traps: string[] = []): Ordering => ({
	type: 'ordering',
	steps: [...steps].map((key) => ({ key, text: `步骤${key}` })),
	accepted: accepted.map((order) => [...order]),
	traps: traps.map((pair) => ({ first: pair[0]!, second: pair[1]!, reason: '理由' }))
});

describe('sound', () => {
	test.each([
		['single', choice('single', 'abcd', 'c')],
		['three options', choice('single', 'abc', 'a')],
		['multiple, all but one right', choice('multiple', 'abcd', 'abc')],
		['true or false', choice('truefalse', 'tf', 'f')],
		['numeric with a trap next to the value', numeric(15, 0, [14, 16])],
		['numeric with a trap just outside the range', numeric(240_000, 500, [240_501])],
		['numeric without traps', numeric(7, 1, [])],
		['ordering with one lawful order', ordering('abcd', ['abdc'], ['ba', 'cd'])],
		['ordering with several, and a trap that none of them holds', ordering('abc', ['abc', 'acb'], ['ba', 'ca'])]
	])('%s', (_, task) => {
		expect(findTaskFault(task)).toBeNull();
	});
});

describe('unanswerable or unfair', () => {
	test.each([
		['two options', choice('single', 'ab', 'a'), 'options'],
		['seven options', choice('single', 'abcdefg', 'a'), 'options'],
		['two keys alike', choice('single', 'aab', 'b'), 'options'],
		['no right option', choice('single', 'abc', ''), 'options'],
		['two right options of a single', choice('single', 'abc', 'ab'), 'options'],
		['one right option of a multiple', choice('multiple', 'abcd', 'a'), 'options'],
		['all options of a multiple', choice('multiple', 'abc', 'abc'), 'options'],
		['true or false with other keys', choice('truefalse', 'ab', 'a'), 'options'],
		['true or false turned round', choice('truefalse', 'ft', 't'), 'options'],
		['true or false with a third way', choice('truefalse', 'tfa', 't'), 'options'],
		['true and false both right', choice('truefalse', 'tf', 'tf'), 'options'],
		['a trap that is the value', numeric(15, 0, [14, 15]), 'traps.1.value'],
		['a trap at the end of the range', numeric(0.1, 0.2, [0.3]), 'traps.0.value'],
		['two steps alike', ordering('aab', ['aab']), 'steps'],
		['an order without a step', ordering('abc', ['abc', 'ab']), 'accepted.1'],
		['an order with a strange step', ordering('abc', ['abd']), 'accepted.0'],
		['an order that repeats a step', ordering('abc', ['abb']), 'accepted.0'],
		['a trap that a lawful order holds', ordering('abc', ['abc', 'bac'], ['cb', 'ba']), 'traps.1'],
		['a trap with a strange first step', ordering('abc', ['abc'], ['xb']), 'traps.0'],
		['a trap with a strange second step', ordering('abc', ['abc'], ['cb', 'bx']), 'traps.1'],
		['a trap of one step with itself', ordering('abc', ['abc'], ['bb']), 'traps.0']
	])('%s', (_, task, field) => {
		const fault = findTaskFault(task);
		expect(fault?.field).toBe(field);
		expect(fault?.message).toMatch(/\p{Script=Han}/u);
	});
});
