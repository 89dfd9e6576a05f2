/**
 * What a text holds beside or instead of articles, and the ids these units have in `law_article.article`.
 * Articles themselves are `97` and `134-1` (`ARTICLE` of shared/citation.ts); no unit below can be mistaken for one.
 *
 * | unit    | id                   | in the text                                                              |
 * | ------- | -------------------- | ------------------------------------------------------------------------ |
 * | preface | `preface`            | 序言, or the lines before the first article                              |
 * | point   | `p1`, `p2` …         | 一、 二、 … (or 1. 2. … / （一） …) of a text that has no articles          |
 * | heading | `s1`, `s2` …         | lines under the 1st, 2nd … heading that belong to no article or point    |
 * | annex   | `annex-1` …          | 附件, 附表, 附录, 附： after the last article, numbered in order of appearance |
 * | body    | `body`               | a text without articles, points and headings                             |
 */
export const TEXT_UNITS = {
	preface: { pattern: /^preface$/, label: '引言' },
	point: { pattern: /^p[1-9]\d{0,3}$/, label: '分点' },
	heading: { pattern: /^s[1-9]\d{0,3}$/, label: '标题下的正文' },
	annex: { pattern: /^annex-[1-9]\d{0,2}$/, label: '附件' },
	body: { pattern: /^body$/, label: '全文' }
} as const;
export type TextUnitKind = keyof typeof TEXT_UNITS;

/** Which unit an id names; null = an article number, or nothing at all. */
export function textUnitOf(id: string): TextUnitKind | null {
	const kinds = Object.keys(TEXT_UNITS) as TextUnitKind[];
	return kinds.find((kind) => TEXT_UNITS[kind].pattern.test(id)) ?? null;
}
