import { type Token, type Tokens, Marked } from 'marked';
import rehypeParse from 'rehype-parse';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { type Citation, parseLawAddress } from '#lib/shared/citation.ts';
import type { FindMentions } from '#lib/shared/mention.ts';
import { readImages } from './markdown-images.server.ts';
import { type HtmlNode, type Mentioned, readMentions } from './markdown-mentions.server.ts';

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
		'a',
		'img'
	],
	// Pictures come through with what `readImages` gave them: of any other origin none is left by then.
	attributes: {
		a: ['href', ['className', 'law-link']],
		img: ['src', 'alt', 'width', 'height', ['loading', 'lazy']],
		ol: ['start']
	},
	protocols: { href: ['http', 'https'], src: [] },
	strip: ['script', 'style', 'iframe', 'svg', 'math', 'template'],
	clobber: [],
	allowComments: false
};

export interface Rendered {
	readonly html: string;
	/** Articles linked in it, in order, each once. */
	readonly citations: readonly Citation[];
	/** `law:` links that are none, and pictures that were taken out. */
	readonly broken: readonly string[];
	/** Articles that the text names in plain words. */
	readonly mentioned: Mentioned;
}

/** How plain words that cite an article are treated. */
export interface MentionRule {
	readonly find: FindMentions;
	/** False where a link would give the answer away: they are checked and counted, and stay plain. */
	readonly asLinks: boolean;
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
 * @param rule without one, plain words stay plain
 */
export function render(source: string | readonly Token[], asOf: string, rule: MentionRule | null = null): Rendered {
	const raw = marked.parser(typeof source === 'string' ? marked.lexer(source) : [...source]);
	const citations: Citation[] = [];
	const broken: string[] = [];
	const tree = unified().use(rehypeParse, { fragment: true }).parse(raw);
	const addressOf = ({ law, article }: Citation) => `/laws/${law}/${article}?on=${asOf}`;
	linkLaws(tree, addressOf, (cited) => {
		if (typeof cited === 'string') broken.push(cited);
		else if (!citations.some((other) => sameReference(other, cited))) citations.push(cited);
	});
	readImages(tree, (address) => broken.push(address));
	const find = (text: string) => rule?.find(text, asOf) ?? [];
	const mentioned = readMentions(tree, find, rule?.asLinks ? addressOf : null);
	const clean = unified().use(rehypeSanitize, ALLOWED).runSync(tree);
	const html = unified().use(rehypeStringify).stringify(clean);
	return { html, citations, broken, mentioned };
}

/** Turns `law:` links into addresses; tells of each citation, or of the address that is none. */
function linkLaws(
	node: HtmlNode,
	addressOf: (cited: Citation) => string,
	tell: (cited: Citation | string) => void
): void {
	const href = node.tagName === 'a' ? node.properties?.['href'] : undefined;
	if (typeof href === 'string' && href.startsWith('law:')) {
		const cited = parseLawAddress(href);
		if (cited) node.properties = { href: addressOf(cited), className: ['law-link'] };
		tell(cited ?? href);
	}
	for (const child of node.children ?? []) linkLaws(child, addressOf, tell);
}

function sameReference(left: Citation, right: Citation): boolean {
	return (
		left.law === right.law &&
		left.article === right.article &&
		left.paragraph === right.paragraph &&
		left.item === right.item
	);
}
