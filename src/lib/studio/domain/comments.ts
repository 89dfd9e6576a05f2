import { likeness } from '#lib/law/domain/text-diff.ts';
import type { PreviewBlock } from './manuscript.ts';

/** A remark at a paragraph, or an answer to one. */
export interface Comment {
	readonly id: string;
	/** The remark that this answers; null = it is one itself. */
	readonly parentId: string | null;
	readonly field: string;
	readonly quote: string;
	readonly writtenBy: string;
	readonly resolvedAt: Date | null;
}

/** How many remarks are open, and how many of them wait for a word of an author. @param list oldest first */
export function countComments(list: readonly Comment[], authors: readonly string[]) {
	const open = list.filter(({ parentId, resolvedAt }) => parentId === null && resolvedAt === null);
	const waiting = open.filter((one) => !authors.includes(lastWord(one, list).writtenBy));
	return { openComments: open.length, unanswered: waiting.length };
}

export const lastWord = (one: Comment, list: readonly Comment[]): Comment =>
	list.findLast(({ parentId }) => parentId === one.id) ?? one;

/** Longest quote that is kept of a paragraph, in characters. */
export const QUOTE_LENGTH = 300;
export const quoteOf = (text: string): string => text.slice(0, QUOTE_LENGTH);

/** How alike a paragraph must be to be taken for the one that a remark was about (Dice over pairs of characters). */
const ALIKE = 0.5;

export interface Anchor {
	/** Index of the block; null = nothing there reads like it any more. */
	readonly block: number | null;
	/** The paragraph reads differently now, or is gone. */
	readonly isChanged: boolean;
}

/** Finds the paragraph that a remark is about: by its words, else the one of the same part that is most like it. */
export function findAnchor(
	{ field, quote }: Pick<Comment, 'field' | 'quote'>,
	blocks: readonly PreviewBlock[]
): Anchor {
	if (quote === '') return { block: null, isChanged: false };
	const same = blocks.findIndex((block) => block.field === field && quoteOf(block.text) === quote);
	if (same >= 0) return { block: same, isChanged: false };
	let best: { block: number; score: number } | null = null;
	for (const [block, one] of blocks.entries()) {
		const score = one.field === field ? likeness(quoteOf(one.text), quote) : 0;
		if (score >= ALIKE && score > (best?.score ?? 0)) best = { block, score };
	}
	return { block: best?.block ?? null, isChanged: true };
}

interface Said {
	readonly id: string;
	readonly text: string;
	readonly by: string;
	readonly isAuthor: boolean;
	readonly day: string;
	readonly clock: string;
}
/** A remark as a page shows it. */
export interface CommentShown extends Said {
	readonly field: string;
	readonly quote: string;
	readonly anchor: Anchor;
	readonly answers: readonly Said[];
	readonly resolved: { readonly by: string; readonly day: string } | null;
	readonly mayResolve: boolean;
}
