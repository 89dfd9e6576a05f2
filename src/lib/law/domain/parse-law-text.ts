import type { LawText, ParsedText, TextRemark } from './law-text.ts';
import { readBody } from './text-body.ts';
import { HEAD_END, readHead, versionOf } from './text-head.ts';
import { findInForce } from './text-in-force.ts';
import { type Line, readLines } from './text-lines.ts';
import { readOpening } from './text-openers.ts';
import { kindOf, whyNoText } from './text-source.ts';

/**
 * Reads one file in the layout of the public collection: `# title`, dated lines, `<!-- INFO END -->`, headings, articles.
 * Pure and total: any text gives a law text with warnings, or a refusal with its line. Dates come from the file's name and
 * from the text itself and are never guessed.
 * @param path with its folder, which tells the kind: `社会法/安全生产法(2021-06-10).md`
 */
export function parseLawText(path: string, text: string): ParsedText {
	const noText = whyNoText(path);
	if (noText !== null) return refuse(0, noText);
	const lines = readLines(text);
	const border = borderOf(text, lines);
	const inHead = lines.filter(({ number }) => number < border);
	const head = readHead(inHead);
	if (!head) return refuse(lines[0]?.number ?? 0, '没有标题：第一行应为“# 法律名称”');
	const body = readBody(
		head.title,
		lines.filter(({ number }) => number >= border)
	);
	if (body.articles.length === 0) return refuse(border, '只有标题，没有正文');
	const history = [...head.history, ...body.history];
	const version = versionOf(path, history);
	if (!version) return refuse(0, '文件名和题注里都没有日期，不知道是哪一版');
	const kind = kindOf(path, head.title);
	// A decision quotes the closing articles of what it changes.
	const subject = head.title.endsWith('决定') ? /^[^“]*本决定.*(?:施行|实施|生效|执行)/ : /本.*(?:施行|实施|生效|执行)/;
	const closing = body.articles.filter(({ article }) => !article.startsWith('annex')).flatMap(splitLines);
	const inForce = findInForce(version, history, closing.filter((line) => subject.test(line)).reverse());
	const warnings: TextRemark[] = [...body.warnings];
	if (kind === null) warnings.push({ line: 0, message: '从文件夹和标题都看不出种类，按“其他”收录' });
	const value: LawText = {
		...{ title: head.title, part: head.part, kind: kind ?? 'other', version, inForce, history },
		...{ sections: body.sections, articles: body.articles, warnings }
	};
	return { ok: true, text: value };
}

const refuse = (line: number, message: string): ParsedText => ({ ok: false, refusal: { line, message } });

const splitLines = ({ text }: { text: string }) => text.split('\n');

/** The line on which the wording begins: after the mark, or without one at the first heading or article. */
function borderOf(text: string, lines: readonly Line[]): number {
	const mark = text.indexOf(HEAD_END);
	if (mark >= 0) return text.slice(0, mark).split('\n').length + 1;
	const first = lines.find(({ depth, text }) => depth > 1 || readOpening('article', text)?.isClear === true);
	return first?.number ?? lines.find(({ depth }) => depth === 0)?.number ?? Infinity;
}
