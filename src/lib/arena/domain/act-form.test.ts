import { describe, expect, test } from 'vitest';
import { citationCode, keyFor, readActForm } from './act-form.ts';
import { readCommand } from '../forms.ts';

const PAGE = '0192f0c8-1111-7222-8333-444455556666';

describe('the form of an act', () => {
	test.each([
		['a text', [['text', ' 原告认为 ']], { text: ' 原告认为 ' }],
		['a number', [['line#', '12']], { line: 12 }],
		['no number', [['line#', '']], { line: null }],
		['yes', [['granted!', 'yes']], { granted: true }],
		['no', [['granted!', 'no']], { granted: false }],
		[
			'a list',
			[
				['properties[]', 'legality'],
				['properties[]', 'relevance']
			],
			{ properties: ['legality', 'relevance'] }
		],
		['nobody', [['party?', '']], { party: null }],
		['somebody', [['party?', 'plaintiff']], { party: 'plaintiff' }],
		['left out', [['issueId~', '']], {}],
		['chosen', [['issueId~', 'i-1']], { issueId: 'i-1' }],
		['two in one', [['area,point', 'facts,A3']], { area: 'facts', point: 'A3' }],
		[
			'articles',
			[
				['citations@', citationCode({ law: 'work-safety', article: '103', paragraph: 1 })],
				['citations@', 'penalty:45::']
			],
			{
				citations: [
					{ law: 'work-safety', article: '103', paragraph: 1 },
					{ law: 'penalty', article: '45' }
				]
			}
		]
	] as const)('%s', (_, fields, detail) => {
		expect(readActForm(fields).detail).toEqual(detail);
	});

	test('what it reads is what the use-case takes', () => {
		const sent = readActForm([
			...[
				['key', keyFor(PAGE, 'say', 0)],
				['act', 'say'],
				['kind', 'argument'],
				['text', '期限从送达之日起算。']
			],
			...[
				['speaker', 'plaintiff-1'],
				['issueId~', 'b8-1'],
				['exhibitIds[]', 'd3'],
				['citations@', 'penalty:60::']
			]
		] as [string, string][]);
		expect(readCommand(sent)).toMatchObject({ ok: true, value: { act: 'say', detail: { exhibitIds: ['d3'] } } });
	});
});

describe('the key of an act', () => {
	test('is the same for the same form of the same page, and another for every other use', () => {
		expect(keyFor(PAGE, 's1', 0)).toBe(keyFor(PAGE, 's1', 0));
		const keys = ['s1', 's2', 's10'].flatMap((form) => [0, 1, 2].map((use) => keyFor(PAGE, form, use)));
		expect(new Set(keys).size).toBe(keys.length);
		for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
	});
});
