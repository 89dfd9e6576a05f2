import type { Day } from '#lib/shared/time.ts';

/** What a small card beside a link shows of an article. */
export interface ArticleCard {
	readonly law: string;
	readonly lawTitle: string;
	readonly article: string;
	/** 第九十七条 */
	readonly label: string;
	readonly heading: string | null;
	/** Official text, cut, or our gist; one line per 款 and 项. */
	readonly text: string;
	readonly isOfficial: boolean;
	readonly isCut: boolean;
	/** 自2021年9月1日起施行 */
	readonly validity: string;
	readonly version: Day;
}

/** No card is longer: the page of the article has all of it. */
const LONGEST = 280;

/** A text cut at a line or at the end of a sentence, so that no half sentence passes for the law. */
export function cutForCard(text: string): { text: string; isCut: boolean } {
	const whole = text.trim();
	if (whole.length <= LONGEST) return { text: whole, isCut: false };
	const head = whole.slice(0, LONGEST);
	const end = Math.max(...['\n', '。', '；', '：'].map((sign) => head.lastIndexOf(sign)));
	return { text: end > LONGEST / 3 ? head.slice(0, end + 1).trimEnd() : head, isCut: true };
}
