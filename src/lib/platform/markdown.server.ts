import { type Token, type Tokens, Marked } from 'marked';
import rehypeParse from 'rehype-parse';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { type Citation, parseLawAddress } from '#lib/shared/citation.ts';

/** What our own material may contain; everything else is dropped, with no attribute beyond these. */
const ALLOWED: Options = {
	tagNames: [
		'p',
		'h2',
		'h3',
		'h4',
		'ul',
		'ol',
		'li',
		'blockquote',
		'strong',
		'em',
		'del',
		'code',
		'pre',
		'hr',
		'br',
		'a'
	],
	attributes: { a: ['href', ['className', 'law-link']], ol: ['start'] },
	protocols: { href: ['http', 'https'] },
	strip: ['script', 'style', 'iframe', 'svg', 'math', 'template'],
	clobber: [],
	allowComments: false
};

interface Element {
	type: string;
	tagName?: string;
	properties?: Record<string, unknown>;
	children?: Element[];
}

export interface Rendered {
	readonly html: string;
	/** Articles linked in it, in order, each once. */
	readonly citations: readonly Citation[];
	/** `law:` links that are none. */
	readonly broken: readonly string[];
}

const marked = new Marked({ gfm: true, breaks: false });

/** Cuts Markdown into its top-level tokens, blank lines left out. */
export function lex(text: string): Token[] {
	return marked.lexer(text).filter(({ type }) => type !== 'space' && type !== 'def');
}

export function isFence(token: Token, language: string): token is Tokens.Code {
	return token.type === 'code' && (token as Tokens.Code).lang === language;
}

/**
 * Renders and sanitises; done when a piece is saved, not when it is read.
 * @param asOf the day on which the linked articles are shown
 */
export function render(source: string | readonly Token[], asOf: string): Rendered {
	const raw = marked.parser(typeof source === 'string' ? marked.lexer(source) : [...source]);
	const citations: Citation[] = [];
	const broken: string[] = [];
	const tree = unified().use(rehypeParse, { fragment: true }).parse(raw);
	linkLaws(tree, asOf, citations, broken);
	const clean = unified().use(rehypeSanitize, ALLOWED).runSync(tree);
	const html = unified().use(rehypeStringify).stringify(clean);
	return { html, citations, broken };
}

function linkLaws(node: Element, asOf: string, citations: Citation[], broken: string[]): void {
	const href = node.tagName === 'a' ? node.properties?.['href'] : undefined;
	if (typeof href === 'string' && href.startsWith('law:')) {
		const cited = parseLawAddress(href);
		if (cited) {
			if (!citations.some((other) => sameReference(other, cited))) citations.push(cited);
			node.properties = { href: `/laws/${cited.law}/${cited.article}?on=${asOf}`, className: ['law-link'] };
		} else broken.push(href);
	}
	for (const child of node.children ?? []) linkLaws(child, asOf, citations, broken);
}

function sameReference(left: Citation, right: Citation): boolean {
	return (
		left.law === right.law &&
		left.article === right.article &&
		left.paragraph === right.paragraph &&
		left.item === right.item
	);
}
