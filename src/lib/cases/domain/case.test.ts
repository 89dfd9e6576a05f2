import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, readableBlocks } from './case.ts';

const html = (text: string): Block => ({ kind: 'html', html: `<p>${text}</p>`, notes: [] });
const checkpoint = (id: string): Block => ({
	kind: 'checkpoint',
	id,
	stem: '<p>下一步？</p>',
	task: { type: 'single', options: [] },
	explanation: '',
	notes: []
});
const BLOCKS = [html('现场'), checkpoint('first'), html('调查'), html('证据'), checkpoint('second'), html('结果')];

test.each([
	['nothing answered: up to the first question', [], 2],
	['the first answered: up to the second', ['first'], 5],
	['both answered: everything', ['first', 'second'], 6],
	['only the second answered: the first still closes the way', ['second'], 2],
	['an answer to a question of an older version counts for nothing', ['retired'], 2]
])('%s', (_, answered, count) => {
	expect(readableBlocks(BLOCKS, new Set(answered))).toEqual(BLOCKS.slice(0, count));
});

test.each([
	['a case without questions is open', [html('一'), html('二')], 2],
	['an empty case stays empty', [], 0]
])('%s', (_, blocks, count) => {
	expect(readableBlocks(blocks, new Set())).toHaveLength(count);
});

test('an open question is always the last block, and answering never hides anything', () => {
	const kinds = fc.array(fc.boolean(), { maxLength: 12 });
	fc.assert(
		fc.property(kinds, fc.array(fc.nat(12)), fc.nat(12), (isQuestion, done, more) => {
			const blocks = isQuestion.map((question, index) => (question ? checkpoint(`c${index}`) : html(`${index}`)));
			const answered = new Set(done.map((index) => `c${index}`));
			const shown = readableBlocks(blocks, answered);
			expect(blocks.slice(0, shown.length)).toEqual(shown);
			const open = shown.filter((block) => block.kind === 'checkpoint' && !answered.has(block.id));
			expect(open).toEqual(shown.length < blocks.length ? shown.slice(-1) : open.slice(0, 1));
			const after = readableBlocks(blocks, new Set([...answered, `c${more}`]));
			expect(after.length).toBeGreaterThanOrEqual(shown.length);
		})
	);
});
