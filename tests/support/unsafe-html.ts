import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

interface Node {
	readonly type: string;
	readonly tagName?: string;
	readonly properties?: Readonly<Record<string, unknown>>;
	readonly children?: readonly Node[];
}

const TAGS = new Set(
	'p h2 h3 h4 ul ol li blockquote strong em del code pre hr br a table thead tbody tr th td img figure figcaption'.split(
		' '
	)
);
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
	a: ['href', 'className'],
	ol: ['start'],
	img: ['src', 'alt', 'width', 'height', 'loading']
};
/** A page of the web, or no scheme before the first sign that ends one. */
const ADDRESS = { href: /^(?:https?:|[^:]*(?:[/?#]|$))/i, src: /^\/(?:cases|public)\/images\/[0-9a-f]{64}$/ };

const parse = (html: string) => unified().use(rehypeParse, { fragment: true }).parse(html) as unknown as Node;

/** What of a piece of HTML a browser would run, load, style or take somewhere it should not; as a browser reads it. */
export function findUnsafe(html: string): string[] {
	const tree = parse(html);
	const again = unified()
		.use(rehypeStringify)
		.stringify(tree as never);
	const found = [...walk(tree)].flatMap(faultsOf);
	// What is read differently the second time was hiding something.
	const second = unified()
		.use(rehypeStringify)
		.stringify(parse(again) as never);
	return second === again ? found : [...found, 'not stable'];
}

function* walk(node: Node): Generator<Node> {
	yield node;
	for (const child of node.children ?? []) yield* walk(child);
}

function faultsOf({ type, tagName, properties = {} }: Node): string[] {
	if (type !== 'element') return ['root', 'text'].includes(type) ? [] : [type];
	const tag = tagName!;
	if (!TAGS.has(tag)) return [`<${tag}>`];
	return Object.entries(properties).flatMap(([name, value]) => {
		const text = Array.isArray(value) ? value.join(' ') : String(value);
		if (!(ATTRIBUTES[tag] ?? []).includes(name)) return [`<${tag} ${name}>`];
		if (name === 'className') return text === 'law-link' ? [] : [`class ${text}`];
		const address = name === 'href' || name === 'src' ? ADDRESS[name] : null;
		// Browsers leave out control signs and blanks before they look for the scheme.
		// eslint-disable-next-line no-control-regex
		const bare = text.replace(/[\u0000-\u0020\u007f]/g, '');
		return address === null || address.test(bare) ? [] : [`${name} ${text}`];
	});
}
