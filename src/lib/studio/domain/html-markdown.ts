import { withoutInvisible } from '#lib/shared/printable.ts';
import { type HtmlNode, wordsOf } from './html-node.ts';

/** What a Word text became, and what of it could not come along. */
export interface FromHtml {
	readonly title: string | null;
	readonly markdown: string;
	readonly remarks: readonly string[];
}

/** Longest first line that is taken for a title. */
const TITLE_LENGTH = 40;

/**
 * Markdown from the HTML of a Word text: headings, paragraphs, lists, bold; tables become lines of text; links keep their
 * words. The first heading, or a short first line, is the title.
 * @param imageOf the Markdown of a picture by its address in the HTML; null = it is left out
 */
export function htmlToMarkdown(root: HtmlNode, imageOf: (address: string) => string | null): FromHtml {
	const writer = new Writer(imageOf);
	const nodes = (root.children ?? []).filter((node) => node.tagName !== undefined);
	const title = titleOf(nodes[0]);
	for (const node of title === null ? nodes : nodes.slice(1)) writer.block(node);
	return {
		title,
		markdown: writer.blocks.filter((block) => block.trim() !== '').join('\n\n'),
		remarks: [...writer.remarks]
	};
}

function titleOf(first: HtmlNode | undefined): string | null {
	if (!first) return null;
	const words = wordsOf(first).replace(/\s+/g, ' ').trim();
	const isShort = words.length <= TITLE_LENGTH && !/[。；！？]$/.test(words);
	return words !== '' && (first.tagName === 'h1' || (first.tagName === 'p' && isShort)) ? words : null;
}

class Writer {
	readonly blocks: string[] = [];
	readonly remarks = new Set<string>();

	constructor(private readonly imageOf: (address: string) => string | null) {}

	block(node: HtmlNode): void {
		const { tagName = '' } = node;
		if (/^h[1-6]$/.test(tagName)) this.blocks.push(`${tagName <= 'h2' ? '##' : '###'} ${this.inline(node).trim()}`);
		else if (tagName === 'ul' || tagName === 'ol') this.blocks.push(this.list(node, '').join('\n'));
		else if (tagName === 'table') this.table(node);
		else if (tagName === 'p' || tagName === 'blockquote') this.blocks.push(escapeStart(this.inline(node).trim()));
		else for (const child of node.children ?? []) this.block(child);
	}

	private list(node: HtmlNode, indent: string): string[] {
		const items = (node.children ?? []).filter(({ tagName }) => tagName === 'li');
		return items.flatMap((item, index) => {
			const mark = node.tagName === 'ol' ? `${index + 1}. ` : '- ';
			const isList = ({ tagName }: HtmlNode) => tagName === 'ul' || tagName === 'ol';
			const own = { ...item, children: (item.children ?? []).filter((child) => !isList(child)) };
			const below = (item.children ?? []).filter(isList);
			const deeper = indent + ' '.repeat(mark.length);
			return [`${indent}${mark}${this.inline(own).trim()}`, ...below.flatMap((child) => this.list(child, deeper))];
		});
	}

	private table(node: HtmlNode): void {
		this.remarks.add('表格改成了逐行的文字，看一遍是否还读得通。');
		const rows = findAll(node, 'tr').map((row) =>
			(row.children ?? [])
				.filter(({ tagName }) => tagName === 'td' || tagName === 'th')
				.map((cell) => this.inline(cell).replace(/\s+/g, ' ').trim())
				.filter((words) => words !== '')
				.join('；')
		);
		this.blocks.push(
			rows
				.filter((words) => words !== '')
				.map((words) => `- ${words}`)
				.join('\n')
		);
	}

	private inline(node: HtmlNode): string {
		return (node.children ?? []).map((child) => this.run(child)).join('');
	}

	private run(node: HtmlNode): string {
		if (node.type === 'text') return escapeMarks(withoutInvisible(node.value ?? '').replace(/\s+/g, ' '));
		const { tagName = '' } = node;
		if (tagName === 'br') return ' ';
		if (tagName === 'img') return this.image(node);
		const words = this.inline(node);
		const isEmpty = words.trim() === '';
		if (tagName === 'strong' && !isEmpty) return `**${words.trim()}**`;
		if (tagName === 'em' && !isEmpty) return `*${words.trim()}*`;
		if (tagName === 'sup' && findAll(node, 'a').length > 0) {
			this.remarks.add('脚注、尾注没有带进来。');
			return '';
		}
		return words;
	}

	private image(node: HtmlNode): string {
		const address = node.properties?.['src'];
		const markdown = typeof address === 'string' ? this.imageOf(address) : null;
		return markdown === null ? '' : `\n\n${markdown}\n\n`;
	}
}

/** Signs that Markdown would read as markup. */
const escapeMarks = (words: string) => words.replace(/[\\*_`<>[\]]/g, '\\$&');
const escapeStart = (words: string) =>
	words.replace(/^(#{1,6}|[-+])(?=\s)/, '\\$1').replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');

function findAll(node: HtmlNode, tagName: string): HtmlNode[] {
	return (node.children ?? []).flatMap((child) => [
		...(child.tagName === tagName ? [child] : []),
		...findAll(child, tagName)
	]);
}
