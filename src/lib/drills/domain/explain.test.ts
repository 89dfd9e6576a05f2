import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GivenAnswer, explain } from './explain.ts';
import type { Choice, Numeric, Ordering } from './item.ts';
import { markAnswer } from './mark.ts';
import { ask } from './present.ts';

const CHOICE: Choice = {
	type: 'multiple',
	options: [...'abcde'].map((key) => ({ key, text: `选项${key}`, correct: 'ac'.includes(key), reason: `理由${key}` }))
};
const NUMERIC: Numeric = {
	...{ type: 'numeric', value: 15, tolerance: 1, unit: '日', counting: '收到当日不计' },
	traps: [{ value: 30, reason: '那是上诉以外的期限。' }]
};
const ORDERING: Ordering = {
	type: 'ordering',
	steps: [...'abc'].map((key) => ({ key, text: `步骤${key}` })),
	accepted: [[...'bca'], [...'bac']],
	traps: [{ first: 'a', second: 'b', reason: '先立案。' }]
};
const GIVEN: Omit<GivenAnswer, 'task' | 'given'> = {
	...{ explanation: '<p>依据在此。</p>', position: 3, place: 'set-1/3', repeated: false, nextDue: '2026-11-24' },
	citations: [
		{
			law: 'work-safety-law',
			article: '97',
			version: '2021-06-10',
			lawTitle: '安全生产法',
			heading: '培训',
			gist: '要点'
		}
	]
};

test('a choice: rows as they were asked, each with its reason, what was chosen, what was right', () => {
	const feedback = explain({ ...GIVEN, task: CHOICE, given: ['a', 'b'] });
	const asked = ask(CHOICE, 'set-1/3');
	expect(feedback.options.map(({ key }) => key)).toEqual('options' in asked && asked.options.map(({ key }) => key));
	const rows = [...feedback.options].sort((left, right) => (left.key < right.key ? -1 : 1));
	expect(rows.map(({ key, correct, chosen }) => [key, correct, chosen])).toEqual([
		['a', true, true],
		['b', false, true],
		['c', true, false],
		['d', false, false],
		['e', false, false]
	]);
	expect(rows[1]).toEqual({ key: 'b', correct: false, chosen: true, reason: '理由b' });
	expect(feedback).toMatchObject({ steps: [], value: null, reasons: [], mark: 0, given: ['a', 'b'] });
});

test('a number: the right one with its unit and range, and why this one is wrong', () => {
	expect(explain({ ...GIVEN, task: NUMERIC, given: 30 })).toMatchObject({
		...{ mark: 0, given: 30, options: [], steps: [], value: { value: 15, unit: '日', tolerance: 1 } },
		reasons: [
			{ text: '收到当日不计', right: true },
			{ text: '那是上诉以外的期限。', right: false }
		]
	});
});

test('an order: the first lawful one, and the traps', () => {
	expect(explain({ ...GIVEN, task: ORDERING, given: ['a', 'b', 'c'] })).toMatchObject({
		steps: ['b', 'c', 'a'],
		reasons: [{ text: '先立案。', right: false }],
		options: [],
		value: null
	});
});

describe('whatever was answered', () => {
	test('the mark and its rule are those of marking, the rest is passed on', () => {
		const picks = fc.subarray([...'abcde'], { minLength: 1 });
		const rest = fc.record({ position: fc.nat(9), repeated: fc.boolean(), place: fc.string() });
		fc.assert(
			fc.property(picks, rest, (given, more) => {
				const { mark, rule } = markAnswer(CHOICE, given);
				const feedback = explain({ ...GIVEN, ...more, task: CHOICE, given });
				expect(feedback).toMatchObject({ mark, rule, position: more.position, repeated: more.repeated });
				expect(feedback).toMatchObject({
					explanation: GIVEN.explanation,
					citations: GIVEN.citations,
					nextDue: '2026-11-24'
				});
				expect(feedback.options.filter(({ chosen }) => chosen)).toHaveLength(given.length);
			})
		);
	});
});
