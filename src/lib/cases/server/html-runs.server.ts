import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** A run of words as paper knows it. */
export interface Run {
	readonly text: string;
	readonly isBold: boolean;
}

/** A paragraph of our own sanitised HTML. */
export interface RunParagraph {
	readonly kind: 'text' | 'item' | 'heading' | 'quote';
	/** Of an item of an ordered list, from 1. */
	readonly number: number | null;
	readonly runs: readonly Run[];
}

interface Node {
	readonly type: string;
	readonly tagName?: string;
	readonly value?: string;
	readonly children?: readonly Node[];
}

const parser = unified().use(rehypeParse, { fragment: true });

/** Cuts HTML of the case format into paragraphs: links become their words, emphasis becomes bold. */
export function readRuns(html: string): RunParagraph[] {
	const paragraphs: RunParagraph[] = [];
	const add = (kind: RunParagraph['kind'], node: Node, number: number | null = null) =>
		paragraphs.push({ kind, number, runs: runsOf(node, false) });
	const walk = (node: Node, isQuote: boolean) => {
		for (const child of node.children ?? []) {
			if (child.tagName === 'blockquote') walk(child, true);
			else if (child.tagName === 'ul' || child.tagName === 'ol') {
				const items = (child.children ?? []).filter(({ tagName }) => tagName === 'li');
				items.forEach((item, index) => add('item', item, child.tagName === 'ol' ? index + 1 : null));
			} else if (child.tagName && /^h[2-6]$/.test(child.tagName)) add('heading', child);
			else if (child.tagName) add(isQuote ? 'quote' : 'text', child);
			else if (child.value?.trim()) add(isQuote ? 'quote' : 'text', { type: 'root', children: [child] });
		}
	};
	walk(parser.parse(html), false);
	return paragraphs.filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
}

function runsOf(node: Node, isBold: boolean): Run[] {
	return (node.children ?? []).flatMap((child) => {
		if (child.type === 'text') return [{ text: (child.value ?? '').replace(/\s*\n\s*/g, ''), isBold }];
		return runsOf(child, isBold || child.tagName === 'strong');
	});
}
