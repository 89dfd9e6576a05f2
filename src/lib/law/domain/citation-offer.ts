import { formatArticle } from '#lib/shared/citation.ts';
import { titleKey } from './title-key.ts';

/** What somebody who writes has begun: the title of a law, or the number of an article. */
export type CitationBegun =
	| { readonly kind: 'law'; readonly typed: string }
	| { readonly kind: 'article'; readonly typed: string; readonly law: string };

/** A way to go on with a citation that somebody has begun. */
export interface CitationOffer {
	/** What stands in place of the last `replaces` characters. */
	readonly insert: string;
	/** Our heading of an article; '' = none. */
	readonly note: string;
}
export interface CitationOffers {
	readonly replaces: number;
	readonly offers: readonly CitationOffer[];
}

/** So far back a law may have been named. */
export const CITATION_REACH = 400;

const TITLE_BEGUN = /《([^《》\n]{0,40})$/;
const NUMBER_BEGUN = /第([\d一二三四五六七八九十百千零〇两]{0,9})$/;

/**
 * Reads what stands before the cursor: `依据《安全` asks for laws, `《安全生产法》第九` and `安全生产法第` for articles of the law that
 * was named right there or last in 《》. Null = nothing is asked.
 * @param lawOf the id of a law by the key (`titleKey`) of a title or short title
 */
export function readBegun(before: string, lawOf: (key: string) => string | undefined): CitationBegun | null {
	const text = before.slice(-CITATION_REACH);
	const title = TITLE_BEGUN.exec(text);
	if (title) return { kind: 'law', typed: title[1]! };
	const number = NUMBER_BEGUN.exec(text);
	if (!number) return null;
	const named = text.slice(0, number.index);
	const law = lawAtEnd(named, lawOf) ?? lastInBrackets(named, lawOf);
	return law === undefined ? null : { kind: 'article', typed: number[1]!, law };
}

const LONGEST_TITLE = 40;

function lawAtEnd(text: string, lawOf: (key: string) => string | undefined): string | undefined {
	const key = titleKey(text.slice(-LONGEST_TITLE));
	for (let from = 0; from < key.length - 1; from++) {
		const law = lawOf(key.slice(from));
		if (law !== undefined) return law;
	}
	return undefined;
}

function lastInBrackets(text: string, lawOf: (key: string) => string | undefined): string | undefined {
	const titles = [...text.matchAll(/《([^《》\n]{2,60})》/g)].map(([, title]) => lawOf(titleKey(title!)));
	return titles.findLast((law) => law !== undefined);
}

/** Articles whose number begins as typed, in Chinese or in digits, in their order. */
export function articlesBegun(articles: readonly string[], typed: string): string[] {
	return articles.filter(
		(article) => /^\d/.test(article) && (article.startsWith(typed) || formatArticle(article).startsWith(`第${typed}`))
	);
}

/** What officers cite most; offered before anything is typed. */
const USUAL = ['安全生产法', '行政处罚法', '行政强制法', '行政复议法', '行政诉讼法', '危险化学品安全法', '刑法'];

/** Titles that hold what was typed: those that begin with it first, then the shorter ones. */
export function titlesBegun<Law extends { readonly titleKey: string }>(laws: readonly Law[], typed: string): Law[] {
	const key = titleKey(typed);
	if (key === '') return USUAL.flatMap((title) => laws.find((law) => law.titleKey === title) ?? []);
	const place = ({ titleKey: title }: Law) => (title.startsWith(key) ? 0 : 1);
	return laws
		.filter(({ titleKey: title }) => title.includes(key))
		.sort((left, right) => place(left) - place(right) || left.titleKey.length - right.titleKey.length);
}
