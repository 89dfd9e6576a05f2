import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswerForm } from './forms.ts';

const form = (fields: readonly (readonly [string, string])[]) => {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
};

describe('picks', () => {
	test.each([
		['one pick', [['pick', 'b']], ['b']],
		[
			'picks in the order of the form',
			[
				['pick', 'c'],
				['pick', 'a']
			],
			['c', 'a']
		],
		['nothing', [], []],
		['an empty number', [['pick', '']], ['']],
		[
			'an order without JavaScript',
			[
				['at-a', '2'],
				['at-b', '3'],
				['at-c', '1']
			],
			['c', 'a', 'b']
		],
		[
			'two steps in one place are no order',
			[
				['at-a', '1'],
				['at-b', '1'],
				['at-c', '2']
			],
			[]
		],
		[
			'with JavaScript the list wins over the numbers',
			[
				['pick', 'a,b'],
				['at-a', '2'],
				['at-b', '1']
			],
			['a,b']
		],
		[
			'other fields are left alone',
			[
				['next', '/x'],
				['pick', 'a']
			],
			['a']
		]
	] as const)('%s', (_, fields, picks) => {
		expect(readAnswerForm(form([['position', '3'], ...fields])).picks).toEqual(picks);
	});

	test('a file is no pick', () => {
		const data = form([['position', '0']]);
		data.append('pick', new File(['b'], 'b.txt'));
		expect(readAnswerForm(data).picks).toEqual([]);
	});

	test('numbered steps come back in their order, wherever the fields stand', () => {
		const places = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 });
		fc.assert(
			fc.property(places, (numbers) => {
				const fields = numbers.map((at) => [`at-s${at}`, String(at)] as const);
				expect(readAnswerForm(form(fields)).picks).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
			})
		);
	});
});

describe('position', () => {
	test.each([
		['0', 0],
		['9', 9],
		['99', 99],
		['100', -1],
		['-1', -1],
		['1.5', -1],
		['x', -1],
		['NaN', -1],
		['1; DROP TABLE', -1]
	])('%j is %i', (text, position) => {
		expect(readAnswerForm(form([['position', text]])).position).toBe(position);
	});
});
