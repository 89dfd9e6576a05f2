import { ARTICLE } from '#lib/shared/citation.ts';
import type { LawText, TextSection, TextUnit } from './law-text.ts';

/** Where a text's headings and units lie among those of its version. */
export interface PlacedText {
	/** Position of the first heading and of the first unit. */
	readonly base: number;
	/** `section` of the units counts from the first heading of this text. */
	readonly sections: readonly TextSection[];
	readonly articles: readonly TextUnit[];
}

/**
 * A whole law begins at 0. A part begins at the number of its first article, so that parts lie in order and apart whichever
 * is imported first (no part has more headings than articles), and stands under a heading with its own name.
 */
export function placeText({ part, sections, articles }: LawText): PlacedText {
	if (part === '') return { base: 0, sections, articles };
	const first = articles.find(({ article }) => ARTICLE.test(article));
	return {
		base: first ? Number(first.article.split('-')[0]) : 0,
		sections: [{ level: 1, heading: part }, ...sections.map((one) => ({ ...one, level: one.level + 1 }))],
		articles: articles.map((one) => ({ ...one, section: one.section === null ? 0 : one.section + 1 }))
	};
}
