import { expect, test } from 'vitest';
import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import type { Block } from './case.ts';
import { layOutCase } from './paper-case.ts';

const note = (article: string, paragraph?: number): CitedArticle => ({
	...{ law: 'lamp-law', article, paragraph, version: '2020-01-01' },
	...{ lawTitle: '灯火法', heading: '灯要有罩', gist: '加罩。' }
});
const QUESTION: Block = {
	kind: 'checkpoint',
	id: 'first',
	stem: '<p>先做什么？</p>',
	task: {
		type: 'multiple',
		options: ['拍照', '罚款', '量尺'].map((text, index) => {
			return { key: 'abc'[index]!, text, correct: text !== '罚款', reason: `因为${text}` };
		})
	},
	explanation: '<p>证据在先。</p>',
	notes: []
};
const BLOCKS: Block[] = [
	{ kind: 'section', section: 'scene', title: '店里', notes: [] },
	{ kind: 'html', html: '<p>一</p>', areas: ['evidence'], notes: [note('7', 1), note('7', 2), note('8')] },
	QUESTION,
	{ kind: 'decide', stem: null, notes: [] },
	{ kind: 'html', html: '<p>二</p>', notes: [note('8')] }
];
const paper = layOutCase({
	id: 'lamp-shop',
	blocks: BLOCKS,
	notes: BLOCKS.map(({ notes }) => notes as CitedArticle[])
});

test('each article has one number, in the order in which the text comes to it', () => {
	expect(paper.notes.map(({ number, reference }) => [number, reference])).toEqual([
		[1, '第七条'],
		[2, '第八条']
	]);
	const texts = paper.blocks.flatMap((block) => (block.kind === 'text' ? [block.notes] : []));
	expect(texts).toEqual([[1, 2], [2]]);
});

test('sections and areas are said in words', () => {
	expect(paper.blocks[0]).toEqual({ kind: 'section', text: '案情 · 店里' });
	expect(paper.blocks[1]).toMatchObject({ areas: ['案件证据'] });
});

test('a question stands without its key, and the answers name the letters that it was printed with', () => {
	const question = paper.blocks.find((block) => block.kind === 'question')!;
	expect(JSON.stringify(question)).not.toContain('因为');
	const [answer] = paper.answers;
	const wrong = question.options.find(({ text }) => text === '罚款')!.letter;
	expect(answer?.right.split('、')).toHaveLength(2);
	expect(answer?.right).not.toContain(wrong);
	expect(answer?.reasons.find(({ letter }) => letter === wrong)).toMatchObject({ isRight: false, reason: '因为罚款' });
});
