import type { Block } from '../case.ts';

/** A paragraph of a case to which a comment can be pinned; `index` = its block, as the reading page's anchor `#p7` counts. */
export interface Paragraph {
	readonly index: number;
	/** As people count: from 1, without headings and questions. */
	readonly number: number;
	readonly excerpt: string;
}

const EXCERPT = 26;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The first words of rendered text. */
export function excerptOf(html: string, length = EXCERPT): string {
	const text = html
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name]!)
		.replace(/\s+/g, ' ')
		.trim();
	const letters = [...text];
	return letters.length > length ? `${letters.slice(0, length).join('')}…` : text;
}

/** The paragraphs of a case; headings and questions are not commented on. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
	const found = blocks.flatMap((block, index) => {
		if (block.kind !== 'html' || /^\s*<h\d/.test(block.html)) return [];
		const excerpt = excerptOf(block.html);
		return excerpt === '' ? [] : [{ index, excerpt }];
	});
	return found.map((one, at) => ({ ...one, number: at + 1 }));
}

/** Where a comment is pinned, in words. @param index of a block; null = the case as a whole */
export function sayPlace(index: number | null, paragraphs: readonly Paragraph[]): string {
	const found = paragraphs.find((one) => one.index === index);
	return found ? `第 ${found.number} 段` : '全篇';
}
