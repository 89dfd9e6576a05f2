import { expect, test } from 'vitest';
import type { Block } from '../case.ts';
import { excerptOf, paragraphsOf, sayPlace } from './paragraphs.ts';

const html = (text: string): Block => ({ kind: 'html', html: text, notes: [] });

test('paragraphs keep the index of their block; headings, questions and empty ones are left out', () => {
	const checkpoint = {
		kind: 'checkpoint',
		id: 'a',
		stem: '',
		task: { type: 'single', options: [] },
		explanation: '',
		notes: []
	} as const;
	const blocks = [
		html('<h2>案情</h2>'),
		html('<p>下午<em>三点</em></p>'),
		checkpoint,
		html('<p> </p>'),
		html('<ul><li>一</li></ul>')
	];
	expect(paragraphsOf(blocks)).toEqual([
		{ index: 1, number: 1, excerpt: '下午三点' },
		{ index: 4, number: 2, excerpt: '一' }
	]);
});

test('an excerpt is plain text, cut by letters', () => {
	expect(excerptOf('<p>a &lt;b&gt; &amp;lt; c</p>')).toBe('a <b> &lt; c');
	expect(excerptOf('<p>𠮷野家门前的消防通道</p>', 3)).toBe('𠮷野家…');
});

test('a place is told as people count; the case as a whole, and a block that is no paragraph, as such', () => {
	const paragraphs = paragraphsOf([html('<h2>案情</h2>'), html('<p>一</p>'), html('<h2>启示</h2>'), html('<p>二</p>')]);
	expect([1, 3, 2, null].map((index) => sayPlace(index, paragraphs))).toEqual(['第 1 段', '第 2 段', '全篇', '全篇']);
});
