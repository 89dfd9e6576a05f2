import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LawText } from './law-text.ts';
import { parseLawText } from './parse-law-text.ts';

const HEAD = ['# 中华人民共和国茶山巡护法', '', '2019年3月5日 茶山议事会通过', '', '<!-- INFO END -->', ''];
const PATH = '社会法/茶山巡护法(2019-03-05).md';

function read(body: readonly string[], path = PATH, head: readonly string[] = HEAD): LawText {
	const parsed = parseLawText(path, [...head, ...body].join('\n\n'));
	if (!parsed.ok) throw new Error(parsed.refusal.message);
	return parsed.text;
}
const unitsOf = (text: LawText) => text.articles.map(({ article, label, section }) => [article, label, section]);
const messages = (text: LawText) => text.warnings.map(({ message }) => message);

test('title, kind, version, dated lines, headings, articles with their paragraphs', () => {
	const text = read([
		'## 第一章 总 则',
		'第一条 为了守好茶山，制定本法。',
		'第二条 巡护人员应当：',
		'（一）带水；',
		'（二）带哨。',
		'下雨时可以不去。',
		'## 第二章 附则',
		'第三条 本法自2019年6月1日起施行。'
	]);
	expect(text).toMatchObject({
		...{ title: '中华人民共和国茶山巡护法', part: '', kind: 'law', version: '2019-03-05', warnings: [] },
		history: ['2019年3月5日 茶山议事会通过'],
		inForce: { from: '2019-06-01', line: '本法自2019年6月1日起施行。', why: null },
		sections: [
			{ level: 1, heading: '第一章 总则' },
			{ level: 1, heading: '第二章 附则' }
		]
	});
	expect(unitsOf(text)).toEqual([
		['1', '第一条', 0],
		['2', '第二条', 0],
		['3', '第三条', 1]
	]);
	expect(text.articles[1]!.text).toBe('巡护人员应当：\n（一）带水；\n（二）带哨。\n下雨时可以不去。');
});

describe('articles', () => {
	test.each<[string, string[], string[], string[]]>([
		[
			'inserted articles',
			['第九条 甲。', '第九条之一 乙。', '第九条之二 丙。', '第十条 丁。'],
			['9', '9-1', '9-2', '10'],
			[]
		],
		['numbers over 999', ['第九百九十九条 甲。', '第一千条 乙。', '第一千零一条 丙。'], ['999', '1000', '1001'], []],
		['full-width blanks and digits', ['第１条　甲。', '第２条　乙。'], ['1', '2'], []],
		['a blank inside the number', ['第一条 甲。', '第二 条乙丙。'], ['1', '2'], []],
		['no blank after the number', ['第一条 甲。', '第二条乙丙。'], ['1', '2'], []],
		['a misread 第', ['第一条 甲。', '笫二条 乙。'], ['1', '2'], []],
		['a paragraph that begins with a reference', ['第一条 甲。', '第二条规定的茶山除外。'], ['1'], []],
		['a reference further back', ['第一条 甲。', '第二条 乙。', '第一条第二款不适用。'], ['1', '2'], []],
		['a gap', ['第一条 甲。', '第三条 乙。'], ['1', '3'], ['第一条之后是第三条，中间缺条']],
		[
			'a number twice',
			['第一条 甲。', '第二条 乙。', '第一条 丙。'],
			['1', '2'],
			['第一条在前面已经有了，这一行当作上一条的内容']
		],
		['articles of another law in quotes', ['第一条 改为：“改文', '第九条 乙。”', '第二条 丙。'], ['1', '2'], []],
		[
			'several on one line',
			['第一条 甲。 乙。 第二条 丙： （一）丁。', '第三条 戊。'],
			['1', '2', '3'],
			['一行里连着多条，已按条号拆开']
		],
		['an empty article', ['第一条', '第二条 乙。'], ['1', '2'], ['第一条没有正文']]
	])('%s', (_, lines, articles, warnings) => {
		const text = read(lines);
		expect(text.articles.map(({ article }) => article)).toEqual(articles);
		expect(messages(text)).toEqual(warnings);
	});

	test('what was on one line has its paragraphs and items again', () => {
		const text = read(['第一条 甲。 乙。 第二条 丙： （一）丁； （二）戊。', '第三条 己。']);
		expect(text.articles.map((one) => one.text)).toEqual(['甲。\n乙。', '丙：\n（一）丁；\n（二）戊。', '己。']);
	});
});

describe('beside and instead of articles', () => {
	test('preface, annexes with their headings, a title printed again', () => {
		const text = read([
			'中华人民共和国',
			'茶山巡护法',
			'茶山养人，人护茶山。',
			'第一条 甲。',
			'附件一：哨音表',
			'一、长音',
			'## 说明',
			'附件二 路线',
			'沿溪走。'
		]);
		expect(unitsOf(text)).toEqual([
			['preface', '引言', null],
			['1', '第一条', null],
			['annex-1', '附件一', null],
			['annex-2', '附件二', null]
		]);
		expect(text.articles.map((one) => one.text)).toEqual([
			'茶山养人，人护茶山。',
			'甲。',
			'哨音表\n一、长音\n说明',
			'路线\n沿溪走。'
		]);
	});

	test.each<[string, string[], string[]]>([
		['一、 二、', ['为了喝茶：', '一、甲。', '（一）乙。', '二、丙。'], ['preface', 'p1', 'p2']],
		['一、 as headings', ['## 一、甲', '一句。', '## 二、乙', '两句。'], ['p1', 'p2']],
		[
			'1. through headings',
			['## 一、甲', '1.子。', '2.丑。', '## 二、乙', '3.寅。', '4.卯。', '5.辰。'],
			['p1', 'p2', 'p3', 'p4', 'p5']
		],
		['（一） only', ['（一）甲。', '（二）乙。', '（三）丙。'], ['p1', 'p2', 'p3']],
		['headings only', ['## 范围', '甲。', '## 术语', '乙。'], ['s1', 's2']],
		['nothing', ['甲。', '乙。'], ['body']]
	])('%s', (_, lines, articles) => {
		expect(read(lines).articles.map(({ article }) => article)).toEqual(articles);
	});

	test('a heading on two lines, one that was not marked, and groups under （一）', () => {
		const text = read([
			'## 第一章 采茶、晒茶和',
			'喝茶的人',
			'第一条 零。',
			'## 第二章 茶事',
			'（一）采茶的人',
			'第二条 甲：',
			'（一）乙；',
			'（二）丙。',
			'（二）喝茶的人',
			'第三条 丁。',
			'第三章 附则',
			'第四条 戊。'
		]);
		expect(text.sections).toEqual([
			{ level: 1, heading: '第一章 采茶、晒茶和喝茶的人' },
			{ level: 1, heading: '第二章 茶事' },
			{ level: 2, heading: '（一）采茶的人' },
			{ level: 2, heading: '（二）喝茶的人' },
			{ level: 1, heading: '第三章 附则' }
		]);
		expect(text.articles[1]!.text).toBe('甲：\n（一）乙；\n（二）丙。');
	});
});

test('a law in several files: the second title is the part', () => {
	const head = [
		'# 中华人民共和国茶典',
		'# 采茶编',
		'2019年3月5日 茶山议事会通过',
		'2019年6月1日 施行',
		'<!-- INFO END -->'
	];
	expect(read(['第二百零五条 甲。'], '民法典/采茶编.md', head)).toMatchObject({
		...{ title: '中华人民共和国茶典', part: '采茶编', version: '2019-03-05' },
		inForce: { from: '2019-06-01' }
	});
});

test('dated lines: broken ones are joined, bracketed ones below the mark count, too', () => {
	const head = ['# 茶山条例', '2001年1月2日 关于修改〈', '晒茶条例〉的决定修正', '<!-- INFO END -->'];
	const text = read(['（2003年4月5日茶山议事会第二次会议修订 ）', '第一条 甲。'], '行政法规/茶山条例.md', head);
	expect(text.history).toEqual([
		'2001年1月2日 关于修改〈晒茶条例〉的决定修正',
		'2003年4月5日茶山议事会第二次会议修订 '
	]);
	expect(text.version).toBe('2003-04-05');
	expect(text.kind).toBe('regulation');
});

test.each([
	['README.md', '# 说明', 0, '目录说明文件，不是法律文本'],
	['刑法/_index.md', '---', 0, '目录说明文件，不是法律文本'],
	['法律法规模版.md', '# 某条法律的标题', 0, '格式模版，不是法律文本'],
	['requirements.txt', 'x', 0, '不是 .md 文件'],
	['社会法/茶(2019-03-05).md', '\n\n第一条 甲。', 3, '没有标题：第一行应为“# 法律名称”'],
	['社会法/茶(2019-03-05).md', '# 茶法\n\n<!-- INFO END -->\n', 4, '只有标题，没有正文'],
	['社会法/茶.md', '# 茶法\n\n<!-- INFO END -->\n第一条 甲。', 0, '文件名和题注里都没有日期，不知道是哪一版'],
	['社会法/茶(2019-02-30).md', '# 茶法\n<!-- INFO END -->\n第一条 甲。', 0, '文件名和题注里都没有日期，不知道是哪一版']
])('%s is refused', (path, text, line, message) => {
	expect(parseLawText(path, text)).toEqual({ ok: false, refusal: { line, message } });
});

test('any text is read or refused, every unit has its own id, and no wording is lost', () => {
	const line = fc.oneof(
		fc.constantFrom('## 第一章 总则', '附件：表', '（一）甲；', '一、乙。', '1.丙。', '“丁', '戊”。', '| a | b |', ''),
		fc.integer({ min: 1, max: 30 }).map((n) => `第${n}条 条文${n}。`),
		fc.string({ unit: 'grapheme', maxLength: 12 })
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
			const parsed = parseLawText(PATH, [...HEAD, ...lines].join('\n'));
			if (!parsed.ok) return;
			const ids = parsed.text.articles.map(({ article }) => article);
			expect(new Set(ids).size).toBe(ids.length);
			const whole = JSON.stringify(parsed.text.articles);
			for (const written of lines.filter((one) => /^第\d+条 /.test(one))) {
				expect(whole).toContain(written.slice(written.indexOf(' ') + 1));
			}
			for (const { section } of parsed.text.articles) expect(section ?? -1).toBeLessThan(parsed.text.sections.length);
		})
	);
});
