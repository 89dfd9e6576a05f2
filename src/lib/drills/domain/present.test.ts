import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Choice, Numeric, Ordering, Task } from './item.ts';
import { ask } from './present.ts';

/** Everything that would give the answer away carries this mark. */
const SECRET = '机密';
const choice = (type: Choice['type'], all: string): Choice => ({
	type,
	options: [...all].map((key, index) => ({ key, text: `选项${key}`, correct: index === 1, reason: `${SECRET}${key}` }))
});
const ordering = (all: string): Ordering => ({
	type: 'ordering',
	steps: [...all].map((key) => ({ key, text: `步骤${key}` })),
	accepted: [[...all].reverse()],
	traps: [{ first: all[0]!, second: all[1]!, reason: SECRET }]
});
const NUMERIC: Numeric = {
	...{ type: 'numeric', value: 240_000, tolerance: 777, unit: '元', counting: '按上限的百分之四十' },
	traps: [{ value: 360_000, reason: SECRET }]
};
const letters = (min: number, max: number) => fc.integer({ min, max }).map((size) => 'abcdefgh'.slice(0, size));
const task: fc.Arbitrary<Task> = fc.oneof(
	letters(3, 6).map((all) => choice('single', all)),
	letters(3, 6).map((all) => choice('multiple', all)),
	fc.constant(choice('truefalse', 'tf')),
	fc.constant(NUMERIC),
	letters(3, 8).map(ordering)
);
const place = fc.string({ minLength: 1, maxLength: 40 });
const keysOf = (asked: ReturnType<typeof ask>) =>
	(asked.type === 'numeric' ? [] : asked.type === 'ordering' ? asked.steps : asked.options).map(({ key }) => key);

describe('ask', () => {
	test('nothing of the key leaves the server', () => {
		fc.assert(
			fc.property(task, place, (one, where) => {
				const sent = JSON.stringify(ask(one, where));
				expect(sent).not.toMatch(/"(correct|reason|reasons|accepted|traps|value|tolerance|first|second)"/);
				expect(sent).not.toMatch(new RegExp(`${SECRET}|240000|360000|777`));
			})
		);
	});

	test('only the fields of its type are sent', () => {
		expect(Object.keys(ask(NUMERIC, 'set/0')).sort()).toEqual(['counting', 'type', 'unit']);
		expect(Object.keys(ask(ordering('abc'), 'set/0')).sort()).toEqual(['steps', 'type']);
		expect(Object.keys(ask(choice('single', 'abc'), 'set/0')).sort()).toEqual(['options', 'type']);
		expect(ask(choice('truefalse', 'tf'), 'set/0')).toEqual({
			type: 'truefalse',
			options: [
				{ key: 't', text: '选项t' },
				{ key: 'f', text: '选项f' }
			]
		});
	});

	test('the same place shows the same order, with everything in it', () => {
		fc.assert(
			fc.property(task, place, (one, where) => {
				const asked = ask(one, where);
				expect(ask(structuredClone(one), where)).toEqual(asked);
				const all = one.type === 'numeric' ? [] : one.type === 'ordering' ? one.steps : one.options;
				expect(keysOf(asked).sort()).toEqual(all.map(({ key }) => key).sort());
			})
		);
	});

	test('over many places every option stands everywhere, so no letter is the lucky one', () => {
		const seen = new Set<string>();
		for (let position = 0; position < 200; position++) {
			keysOf(ask(choice('single', 'abcd'), `set-7/${position}`)).forEach((key, index) => seen.add(`${key}${index}`));
		}
		expect(seen.size).toBe(16);
	});

	test('true stands before false everywhere', () => {
		fc.assert(fc.property(place, (where) => keysOf(ask(choice('truefalse', 'tf'), where)).join() === 't,f'));
	});
});
