import type { Place } from './citation-place.ts';
import { structureOf } from './article-structure.ts';

/** Where a line stands inside its article. */
export type LinePlace = Pick<Place, 'paragraph' | 'item' | 'subitem'> & { readonly paragraph: number };

/** One line of an article as it is printed. */
export interface ArticleLine {
	/** With its number, as the text writes it. */
	readonly text: string;
	/** 0 = 款, 1 = 项, 2 = 目. */
	readonly level: 0 | 1 | 2;
	readonly place: LinePlace;
	/** `k1`, `k1-x3`, `k1-x3-m2`; null where an earlier line of the article has it already (annexes count anew). */
	readonly anchor: string | null;
}

/** The lines of an article with their levels, in order; every line of the wording is one of them. */
export function linesOf(articleText: string): ArticleLine[] {
	const seen = new Set<string>();
	const texts = articleText.split('\n').filter((line) => line !== '');
	return placesIn(articleText).map((place, index) => {
		const anchor = anchorOf(place);
		const isFirst = !seen.has(anchor);
		seen.add(anchor);
		const level = place.subitem !== undefined ? 2 : place.item !== undefined ? 1 : 0;
		return { text: texts[index]!, level, place, anchor: isFirst ? anchor : null };
	});
}

function placesIn(articleText: string): LinePlace[] {
	return structureOf(articleText).flatMap(({ number: paragraph, items }) => [
		{ paragraph },
		...items.flatMap(({ number: item, subItems }) => [
			{ paragraph, item },
			...subItems.map(({ number: subitem }) => ({ paragraph, item, subitem }))
		])
	]);
}

/** `k1-x3-m2` for 第一款第（三）项第2目. */
export function anchorOf({ paragraph, item, subitem }: LinePlace): string {
	return `k${paragraph}${item === undefined ? '' : `-x${item}`}${subitem === undefined ? '' : `-m${subitem}`}`;
}

/** The element id of an article on the page of its law: `a97`, `a134-1`; other units have theirs: `preface`, `p3`. */
export function articleAnchor(article: string): string {
	return /^\d/.test(article) ? `a${article}` : article;
}
