/** A node of an HTML tree, as far as we look at it. */
export interface HtmlNode {
	readonly type: string;
	readonly tagName?: string;
	readonly properties?: Readonly<Record<string, unknown>>;
	readonly children?: readonly HtmlNode[];
	readonly value?: string;
}

/** All words of a node. */
export const wordsOf = (node: HtmlNode): string => (node.value ?? '') + (node.children ?? []).map(wordsOf).join('');
