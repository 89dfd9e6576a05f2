import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import type { PreviewBlock, PreviewLine } from '../domain/manuscript.ts';
import { plainText } from '../domain/plain-text.ts';

export const plainLine = (text: string, note = ''): PreviewLine => ({ text, note, mark: null });

/** A list with a small title; a remark finds it by all of its words. */
export function linesBlock(field: string, title: string, lines: readonly PreviewLine[]): PreviewBlock {
	return { kind: 'lines', field, text: [title, ...lines.map(({ text }) => text)].join(' '), title, lines };
}

interface Html {
	/** Sanitised. */
	readonly html: string;
	readonly title?: string;
	readonly notes?: readonly CitedArticle[];
}
export function htmlBlock(field: string, { html, title = '', notes = [] }: Html): PreviewBlock {
	return { kind: 'html', field, text: plainText(html), html, title, notes };
}
