import { type HtmlNode, wordsOf } from './html-node.ts';

/** A stretch of words in one face. */
export interface PaperRun {
	readonly text: string;
	readonly isStrong: boolean;
}
/** A line on paper: heading, paragraph, item of a list with its mark, picture. */
export type PaperLine =
	| { readonly kind: 'heading' | 'paragraph' | 'quote'; readonly runs: readonly PaperRun[] }
	| { readonly kind: 'item'; readonly mark: string; readonly depth: number; readonly runs: readonly PaperRun[] }
	| { readonly kind: 'picture'; readonly digest: string; readonly alt: string };

/** The lines of sanitised HTML for a Word file. */
export function htmlToPaper(node: HtmlNode, depth = 0): PaperLine[] {
	return (node.children ?? []).flatMap((child): PaperLine[] => {
		const { tagName = '' } = child;
		if (/^h[1-6]$/.test(tagName)) return [{ kind: 'heading', runs: runsOf(child) }];
		if (tagName === 'ul' || tagName === 'ol') return itemsOf(child, depth);
		if (tagName === 'blockquote') return [{ kind: 'quote', runs: [{ text: wordsOf(child).trim(), isStrong: false }] }];
		if (tagName === 'p') return [...textOf(child), ...picturesOf(child)];
		if (tagName === 'img') return picturesOf({ type: 'root', children: [child] });
		return tagName === '' ? [] : htmlToPaper(child, depth);
	});
}

const textOf = (node: HtmlNode): PaperLine[] => {
	const runs = runsOf(node);
	return runs.length === 0 ? [] : [{ kind: 'paragraph', runs }];
};

function itemsOf(list: HtmlNode, depth: number): PaperLine[] {
	const items = (list.children ?? []).filter(({ tagName }) => tagName === 'li');
	const start = Number(list.properties?.['start'] ?? 1);
	return items.flatMap((item, index): PaperLine[] => {
		const mark = list.tagName === 'ol' ? `${start + index}．` : '·　';
		const isList = ({ tagName }: HtmlNode) => tagName === 'ul' || tagName === 'ol';
		const [own, below] = [
			(item.children ?? []).filter((child) => !isList(child)),
			(item.children ?? []).filter(isList)
		];
		const runs = runsOf({ type: 'element', children: own });
		return [{ kind: 'item', mark, depth, runs }, ...below.flatMap((child) => itemsOf(child, depth + 1))];
	});
}

function runsOf(node: HtmlNode, isStrong = false): PaperRun[] {
	return (node.children ?? []).flatMap((child): PaperRun[] => {
		if (child.type === 'text') {
			const text = (child.value ?? '').replace(/\s+/g, ' ');
			return text.trim() === '' ? [] : [{ text, isStrong }];
		}
		return runsOf(child, isStrong || child.tagName === 'strong');
	});
}

function picturesOf(node: HtmlNode): PaperLine[] {
	return (node.children ?? []).flatMap((child): PaperLine[] => {
		const { src, alt } = child.properties ?? {};
		const digest = typeof src === 'string' ? /([0-9a-f]{64})$/.exec(src)?.[1] : undefined;
		if (child.tagName !== 'img' || digest === undefined) return picturesOf(child);
		return [{ kind: 'picture', digest, alt: typeof alt === 'string' ? alt : '' }];
	});
}
