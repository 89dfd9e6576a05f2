import { expect, test } from 'vitest';
import { htmlToMarkdown } from './html-markdown.ts';
import type { HtmlNode } from './html-node.ts';

const text = (value: string): HtmlNode => ({ type: 'text', value });
const el = (tagName: string, ...children: (HtmlNode | string)[]): HtmlNode => ({
	...{ type: 'element', tagName },
	children: children.map((child) => (typeof child === 'string' ? text(child) : child))
});
const read = (...children: HtmlNode[]) =>
	htmlToMarkdown({ type: 'root', children }, (src) => (src === 'picture-1' ? '![图](image:x)' : null));

test('headings, paragraphs, lists in lists and bold words', () => {
	const { title, markdown } = read(
		el('h1', '两份笔录'),
		el('h2', '案情'),
		el('p', '秦朗', el('strong', '站在'), '街对面。'),
		el('ol', el('li', '第一', el('ul', el('li', '其一'), el('li', '其二'))), el('li', '第二'))
	);
	expect(title).toBe('两份笔录');
	expect(markdown).toBe('## 案情\n\n秦朗**站在**街对面。\n\n1. 第一\n   - 其一\n   - 其二\n2. 第二');
});

test('a short first line is a title, a sentence is not', () => {
	expect(read(el('p', '两份笔录'), el('p', '正文。'))).toMatchObject({ title: '两份笔录', markdown: '正文。' });
	expect(read(el('p', '这是一句完整的话。'))).toMatchObject({ title: null, markdown: '这是一句完整的话。' });
});

test('a table becomes lines, links keep their words, pictures that were kept come along, and it is said', () => {
	const row = (...cells: string[]) => el('tr', ...cells.map((cell) => el('td', cell)));
	const link: HtmlNode = { ...el('a', '条文'), properties: { href: 'javascript:alert(1)' } };
	const picture = (src: string): HtmlNode => ({ type: 'element', tagName: 'img', properties: { src }, children: [] });
	const { markdown, remarks } = read(
		el('p', '一段很长很长的开头，不是标题。'),
		el('table', el('tbody', row('时间', '事项'), row('3月1日', '立案'))),
		el('p', '见', link, picture('picture-1'), picture('picture-9'))
	);
	expect(markdown).toBe('一段很长很长的开头，不是标题。\n\n- 时间；事项\n- 3月1日；立案\n\n见条文\n\n![图](image:x)');
	expect(remarks).toEqual(['表格改成了逐行的文字，看一遍是否还读得通。']);
});

test('what looks like markup was meant as it stands', () => {
	const { markdown } = read(
		el('p', '开头一段，不是标题。'),
		el('p', '# 1号 *星* <script>alert(1)</script> [x](y)'),
		el('p', '1. 不是列表')
	);
	expect(markdown).toBe(
		'开头一段，不是标题。\n\n\\# 1号 \\*星\\* \\<script\\>alert(1)\\</script\\> \\[x\\](y)\n\n1\\. 不是列表'
	);
});
