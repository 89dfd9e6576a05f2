import { describe, expect, test } from 'vitest';
import { type MentionableLaw, mentionFinder } from '#lib/law/domain/mentions.ts';
import { render } from '#lib/platform/markdown.server.ts';

const ON = '2026-03-18';
const version = (articles: number, held: string[]) => ({
	...{ version: '2021-06-10', inForceFrom: '2021-09-01', inForceUntil: null, text: 'gist' as const, articles, held }
});
const LAWS: MentionableLaw[] = [
	{
		...{ id: 'lamp-law', title: '中华人民共和国灯火法', shortTitles: [] },
		versions: [version(9, ['5', '7', '7-1', '8'])]
	},
	{ id: 'oil-rules', title: '灯油管理条例', shortTitles: ['灯油条例'], versions: [version(20, ['7', '12'])] }
];
const find = mentionFinder(LAWS);
const htmlOf = (source: string) => render(source, ON, { find, asLinks: true }).html.trim();
const linksOf = (source: string) =>
	[...htmlOf(source).matchAll(/<a href="\/laws\/([^"?]*)\?on=2026-03-18" class="law-link">([^<]*)<\/a>/g)].map(
		([, path, words]) => `${words}→${path}`
	);

describe('plain words become links', () => {
	test('like the links that an author sets', () => {
		expect(htmlOf('依灯火法第七条加罩。')).toBe(
			`<p>依<a href="/laws/lamp-law/7?on=${ON}" class="law-link">灯火法第七条</a>加罩。</p>`
		);
	});

	test.each([
		['《中华人民共和国灯火法》第七条之一', ['《中华人民共和国灯火法》第七条之一→lamp-law/7-1']],
		['灯火法第七条、第八条', ['灯火法第七条→lamp-law/7', '第八条→lamp-law/8']],
		['灯火法第七条至第八条', ['灯火法第七条→lamp-law/7', '第八条→lamp-law/8']],
		['灯火法第七条，同法第八条', ['灯火法第七条→lamp-law/7', '同法第八条→lamp-law/8']],
		['灯火法第七条（第八条另说）', ['灯火法第七条→lamp-law/7', '第八条→lamp-law/8']],
		['灯火法第七条和灯油条例第12条', ['灯火法第七条→lamp-law/7', '灯油条例第12条→oil-rules/12']],
		['- 灯火法第七条\n- 灯油条例第七条', ['灯火法第七条→lamp-law/7', '灯油条例第七条→oil-rules/7']],
		['> 灯火法第七条', ['灯火法第七条→lamp-law/7']],
		['**灯火法第七条**', ['灯火法第七条→lamp-law/7']],
		['**灯火法**第七条、第八条', ['第八条→lamp-law/8']],
		['a &lt; b，灯火法第七条 &amp; c', ['灯火法第七条→lamp-law/7']]
	])('%j: %j', (source, links) => {
		expect(linksOf(source)).toEqual(links);
	});
});

describe('and stay plain', () => {
	test.each([
		['## 灯火法第七条', 'a heading'],
		['`灯火法第七条`', 'code'],
		['```\n灯火法第七条\n```', 'a block of code'],
		['[灯火法第七条](https://example.com/)', 'a link already'],
		['灯火法第六条', 'an article without a gist'],
		['灯火法第十条', 'no such article'],
		['灯火法管灯。第七条管罩。', 'a number in another sentence'],
		['灯火法管灯。\n\n第八条管罩。', 'a number in another paragraph'],
		['灯芯法第七条', 'a law that nobody knows'],
		['合同第七条', 'a contract'],
		['灯火法（2014年修正）第七条', 'another version']
	])('%j: %s', (source) => {
		expect(linksOf(source)).toEqual([]);
	});

	test('a number alone after a second law could be either one’s', () => {
		expect(linksOf('灯火法第七条不同于灯油条例第十二条，第七条没有这个口子')).toEqual([
			'灯火法第七条→lamp-law/7',
			'灯油条例第十二条→oil-rules/12'
		]);
	});

	test('a stem: nothing is linked, everything is counted', () => {
		const { html, mentioned } = render('灯火法第七条、第八条', ON, { find, asLinks: false });
		expect(html).toBe('<p>灯火法第七条、第八条</p>\n');
		expect(mentioned.citations.map(({ article }) => article)).toEqual(['7', '8']);
	});

	test('without a rule nothing is looked for', () => {
		expect(render('灯火法第七条', ON).html).toBe('<p>灯火法第七条</p>\n');
	});
});

describe('what is told of them', () => {
	const told = (source: string, on = ON) => render(source, on, { find, asLinks: true }).mentioned;

	test('paragraph and item are part of the citation', () => {
		expect(told('灯火法第七条第一款第（二）项').citations).toEqual([
			{ law: 'lamp-law', article: '7', paragraph: 1, item: 2 }
		]);
	});

	test('all of a range is cited, also what stands between its ends', () => {
		expect(told('灯火法第五条至第八条').citations.map(({ article }) => article)).toEqual(['5', '7', '8']);
	});

	test('a link of the author is his, and not told again', () => {
		expect(told('[灯火法第七条](law:lamp-law/7)、第八条').citations.map(({ article }) => article)).toEqual(['8']);
	});

	test('an article that the law does not have is a fault', () => {
		const { faults, remarks } = told('灯火法第十条');
		expect([faults.length, remarks.length]).toEqual([1, 0]);
		expect(faults[0]).toContain('《中华人民共和国灯火法》第十条');
	});

	test('a law that is not in force on the day is worth a second look', () => {
		const { faults, remarks, citations } = told('灯火法第七条', '2020-01-01');
		expect([faults.length, remarks.length, citations.length]).toEqual([0, 1, 0]);
	});
});

test('whatever HTML stands around it, nothing dangerous is made', () => {
	const html = htmlOf('<a href="javascript:alert(1)">灯火法第七条</a> <b onclick=x>灯火法第八条</b>');
	expect(html).not.toMatch(/javascript|onclick|<b/);
	expect(html).toContain('class="law-link">灯火法第八条</a>');
});
