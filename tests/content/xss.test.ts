import { describe, expect, test } from 'vitest';
import { formatFeed } from '#lib/cases/domain/public-feed.ts';
import { CaseBodyReader } from '#lib/cases/server/use-cases/case-body.server.ts';
import { linkedMaterialOf } from '#lib/cases/server/use-cases/linked-material.server.ts';
import { readPublicCaseFile } from '#lib/cases/server/use-cases/public-case-files.server.ts';
import { currentLawIndex } from '#lib/law/server/use-cases/current-law-index.server.ts';
import { render } from '#lib/platform/markdown.server.ts';
import { findUnsafe } from '../support/unsafe-html.ts';
import { PAYLOADS } from '../support/xss-corpus.ts';

const laws = currentLawIndex();
const DAY = '2026-11-20';

/** All HTML that the real reader makes of a public piece, also where it refuses it. */
function readPublic(body: string): string {
	const front = ['id: x', 'title: 一', 'lead: 二', 'warning: 三', 'industry: 综合', 'month: 2026-03', 'audience: both'];
	const more = [`asOf: ${DAY}`, 'citations: [{law: work-safety-law, article: "97"}]', 'author: 四', 'sources: [五]'];
	const text = ['---', ...front, ...more, '---', body].join('\n');
	const { piece, faults } = readPublicCaseFile({ path: 'x.md', name: 'x', text, digest: '' }, laws, null);
	if (!piece) throw new Error(JSON.stringify(faults));
	return piece.html;
}

/** All HTML that the reader of cases makes of a body: paragraphs, and a question whose parts hold the text. */
function readCaseBody(body: string, text: string): string[] {
	const part = JSON.stringify(text);
	const options = `[{text: ${part}, correct: true, reason: ${part}}, {text: 二, correct: false, reason: ${part}}]`;
	const question = `id: one\ntype: single\nstem: ${part}\noptions: ${options}\nexplanation: ${part}`;
	const known = linkedMaterialOf({ items: [], tasks: [], practiceCases: [], faulty: [], rules: null });
	const reader = new CaseBodyReader({ path: 'x.md' }, { laws, known }, DAY);
	const blocks = reader.read(`${body}\n\n\`\`\`checkpoint\n${question}\n\`\`\`\n`, 1).map(({ block }) => block);
	return blocks.flatMap((block) => {
		if (block.kind === 'checkpoint') return [block.stem, block.explanation];
		return block.kind === 'html' ? [block.html] : [];
	});
}

const SURROUNDINGS: readonly [string, (text: string) => string][] = [
	['alone', (text) => text],
	['between words', (text) => `前文${text}后文`],
	['in a list', (text) => `- 一\n- ${text}\n`],
	['in a quotation', (text) => `> ${text}\n\n后文`]
];

describe('the finder of unsafe HTML finds what it is for', () => {
	test.each([
		['<p><script>1</script></p>', '<script>'],
		['<p onclick=1>x</p>', '<p onClick>'],
		['<p style="color:red">x</p>', '<p style>'],
		['<a href="javascript:1">x</a>', 'href javascript:1'],
		['<a href="java&#9;script:1">x</a>', 'href java\tscript:1'],
		['<a href="FILE:///x">x</a>', 'href FILE:///x'],
		['<a href="&#1; vbscript:x">x</a>', 'href \u0001 vbscript:x'],
		['<a href="/laws" class="button">x</a>', 'class button'],
		['<img src="https://example.org/x.png">', 'src https://example.org/x.png'],
		['<svg></svg>', '<svg>'],
		['<p>x<!-- y --></p>', 'comment']
	])('%s', (html, fault) => {
		expect(findUnsafe(html)).toContain(fault);
	});
	test('and nothing in what we write', () => {
		const html = render(
			'## 题\n\n[法](law:work-safety-law/97) **字** [外](https://example.org/a?b=c#d)\n\n1. 一',
			DAY
		).html;
		expect(findUnsafe(html)).toEqual([]);
		expect(html).toContain('href="/laws/work-safety-law/97');
	});
});

test('the list is long, and says nothing twice', () => {
	expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length);
	expect(PAYLOADS.length).toBeGreaterThan(400);
});

test.each(PAYLOADS)('$name stays text', ({ text }) => {
	for (const [place, put] of SURROUNDINGS) {
		const source = put(text);
		const made = [
			render(source, DAY, { find: laws.findMentions, asLinks: true }).html,
			readPublic(source),
			...(place === 'alone' ? readCaseBody(source, text) : [])
		];
		for (const html of made) expect([place, html, findUnsafe(html)]).toEqual([place, html, []]);
	}
	const entry = { id: 'x', title: text, lead: text, warning: text, industry: text, changedAt: new Date(0) };
	const feed = formatFeed({ origin: 'https://a.example', bureau: text, entries: [entry], changedAt: new Date(0) });
	expect(feed.match(/<\/?[\w?][^>]*>/g)!.filter((tag) => !FEED_TAG.test(tag))).toEqual([]);
});

const FEED_TAG =
	/^<(\?xml [^?]*\?|\/?(feed|entry|id|title|updated|author|name|summary)( xmlns="[^"]*" xml:lang="zh-CN")?|(link|category)( \w+="[^"<]*")+\/)>$/;
