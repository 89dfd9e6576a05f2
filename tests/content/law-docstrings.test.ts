import { describe, expect, test } from 'vitest';
import { readContent } from '#db/seed/content.ts';
import type { LawFile } from '#lib/law/domain/law-file.ts';
import { readFolder } from '#lib/platform/content-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { formatArticle } from '#lib/shared/citation.ts';

const root = projectRoot();
const { laws } = readContent(root).content;

/** `行政处罚法 第五十六条第一款` → title and article; null when no article is named. */
const ARTICLE = /^《?([^》\s]+)》?\s*(第[零一二三四五六七八九十百]+条(?:之[一二三四五六七八九十]+)?)/;
/** What has no articles must at least look like a document, with its date. */
const NOTICE = /^\S*(通知|公告|意见|标准|通报|批复)（\d{4}-\d{2}-\d{2}）$/;

/** What is wrong with the text after `@law`; null when it resolves. */
function findCitationFault(text: string, known: readonly LawFile[]): string | null {
	const match = ARTICLE.exec(text);
	if (!match) return NOTICE.test(text) ? null : `neither an article nor a notice with its date: ${text}`;
	const [, title, article] = match;
	const names = (law: LawFile) => [law.title, ...law.shortTitles];
	const law = known.find((one) => names(one).includes(title!));
	if (!law) return `no such law: ${title}`;
	if (!law.articles.some((one) => formatArticle(one.article) === article)) return `no gist of ${title} ${article}`;
	return null;
}

/** Every `@law …` of a source text with its line. */
function citationsIn(source: string): { line: number; text: string }[] {
	return source.split('\n').flatMap((line, index) => {
		const match = /^\s*(?:\/\*\*|\*|\/\/)?\s*@law\s+(.*?)\s*(?:\*\/)?\s*$/.exec(line);
		return match ? [{ line: index + 1, text: match[1]! }] : [];
	});
}

describe('@law', () => {
	test('every citation in the source resolves', () => {
		const files = ['.ts', '.svelte']
			.flatMap((ending) => ['src', 'db'].flatMap((folder) => readFolder(root, folder, ending)))
			.filter(({ path }) => !path.endsWith('.test.ts'));
		const cited = files.flatMap(({ path, text: source }) =>
			citationsIn(source).map(({ line, text }) => ({ at: `${path}:${line}`, text }))
		);
		expect(files.length).toBeGreaterThan(100);
		expect(cited.length).toBeGreaterThan(0);
		const broken = cited.map(({ at, text }) => ({ at, fault: findCitationFault(text, laws) }));
		expect(broken.filter(({ fault }) => fault !== null)).toEqual([]);
	});

	test.each([
		['行政处罚法 第五十六条', null],
		['中华人民共和国行政处罚法 第三十三条第一款', null],
		['《安全生产法》第九十七条第一款第（三）项', null],
		['刑法 第一百三十四条之一', null],
		['国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）', null],
		['行政处罚法 第九百九十九条', 'no gist of 行政处罚法 第九百九十九条'],
		['行政处罚 第五十六条', 'no such law: 行政处罚'],
		['行政处罚法', 'neither an article nor a notice with its date: 行政处罚法'],
		['某个通知', 'neither an article nor a notice with its date: 某个通知'],
		['', 'neither an article nor a notice with its date: ']
	])('%j: %s', (text, fault) => {
		expect(findCitationFault(text, laws)).toBe(fault);
	});

	test.each([
		['/** Counts. @law is a word here */', []],
		[' * @law 行政处罚法 第五十六条', ['行政处罚法 第五十六条']],
		['/** @law 行政处罚法 第五十六条 */', ['行政处罚法 第五十六条']],
		['// @law 安全生产法 第二条', ['安全生产法 第二条']]
	])('found in %j: %j', (line, texts) => {
		expect(citationsIn(line).map(({ text }) => text)).toEqual(texts);
	});
});
