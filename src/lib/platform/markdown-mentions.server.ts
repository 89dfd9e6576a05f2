import type { Citation } from '#lib/shared/citation.ts';
import type { FindMentions, Mention } from '#lib/shared/mention.ts';

/** A node of the HTML tree, as far as we look at it. */
export interface HtmlNode {
	type: string;
	tagName?: string;
	properties?: Record<string, unknown>;
	children?: HtmlNode[];
	value?: string;
}

/** A stretch of a paragraph: one text node. What stands in a link or in code is read for its law, but never made a link. */
interface Piece {
	readonly node: HtmlNode;
	readonly parent: HtmlNode;
	readonly start: number;
	readonly isOpen: boolean;
}

interface Run {
	text: string;
	readonly pieces: Piece[];
}

const INLINE = new Set(['a', 'strong', 'em', 'del', 'code', 'b', 'i', 's', 'br', 'span', 'u', 'sub', 'sup', 'small']);
/** Headings name a subject, code is no prose. */
const SKIPPED = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'script', 'style', 'template', 'svg', 'math']);
const CLOSED = new Set(['a', 'code']);

/** The paragraphs of a tree, each as one text, however its words are marked up. */
function runsOf(root: HtmlNode): Run[] {
	const runs: Run[] = [{ text: '', pieces: [] }];
	const walk = (parent: HtmlNode, isOpen: boolean) => {
		for (const node of parent.children ?? []) {
			const run = runs.at(-1)!;
			if (node.type === 'text') {
				run.pieces.push({ node, parent, start: run.text.length, isOpen });
				run.text += node.value ?? '';
			} else if (node.tagName === 'br') run.text += '\n';
			else if (node.tagName && INLINE.has(node.tagName)) walk(node, isOpen && !CLOSED.has(node.tagName));
			else {
				runs.push({ text: '', pieces: [] });
				if (node.tagName && !SKIPPED.has(node.tagName)) walk(node, isOpen);
				runs.push({ text: '', pieces: [] });
			}
		}
	};
	walk(root, true);
	return runs.filter(({ text }) => text.trim() !== '');
}

export interface Mentioned {
	readonly citations: Citation[];
	readonly faults: string[];
	readonly remarks: string[];
}

/**
 * Finds the articles that paragraphs name in plain words. With `addressOf` their words become links; without it they are only reported.
 */
export function readMentions(
	root: HtmlNode,
	find: (text: string) => ReturnType<FindMentions>,
	addressOf: ((cited: Citation) => string) | null
): Mentioned {
	const mentioned: Mentioned = { citations: [], faults: [], remarks: [] };
	for (const run of runsOf(root)) {
		const own = find(run.text).filter((one) => !isInside(run, one));
		for (const { citation, fault, remark } of own) {
			if (citation) mentioned.citations.push(citation);
			if (fault) mentioned.faults.push(fault);
			if (remark) mentioned.remarks.push(remark);
		}
		// From the end, so that the offsets before stay true.
		if (addressOf) for (const one of own.toReversed()) link(run, one, addressOf);
	}
	return mentioned;
}

/** Whether the words touch a link that the author set, or code. */
function isInside({ pieces }: Run, { start, end }: Mention): boolean {
	return pieces.some((piece) => !piece.isOpen && piece.start < end && start < piece.start + lengthOf(piece));
}

const lengthOf = ({ node }: Piece) => node.value?.length ?? 0;

/** Makes the words a link where they lie in one text node. */
function link({ pieces }: Run, mention: Mention, addressOf: (cited: Citation) => string): void {
	const { start, end, citation, hasWords } = mention;
	const piece = pieces.find((one) => one.isOpen && one.start <= start && end <= one.start + lengthOf(one));
	if (!piece || !citation || !hasWords) return;
	const { node, parent } = piece;
	const value = node.value!;
	const [from, to] = [start - piece.start, end - piece.start];
	const properties = { href: addressOf(citation), className: ['law-link'] };
	const words: HtmlNode = { type: 'text', value: value.slice(from, to) };
	const anchor: HtmlNode = { type: 'element', tagName: 'a', properties, children: [words] };
	const rest: HtmlNode[] = to < value.length ? [{ type: 'text', value: value.slice(to) }] : [];
	node.value = value.slice(0, from);
	parent.children!.splice(parent.children!.indexOf(node) + 1, 0, anchor, ...rest);
}
