import type { HtmlNode } from './markdown-mentions.server.ts';

const STORED = /^image:([0-9a-f]{64})$/;
/** Width and height in the title, as the studio writes them: `![…](image:… "800×600")`. */
const SIZE = /^([1-9]\d{0,3})×([1-9]\d{0,3})$/;

/** Where a stored picture is served. */
export const imageAddress = (digest: string) => `/cases/images/${digest}`;

/**
 * Lets only stored pictures with words for those who cannot see them through, each with the attributes we give it and no
 * others; every other picture is taken out, however it was written. Tells of each that was taken out.
 */
export function readImages(node: HtmlNode, tell: (address: string) => void): void {
	if (!node.children) return;
	node.children = node.children.filter((child) => {
		if (child.tagName !== 'img') {
			readImages(child, tell);
			return true;
		}
		const properties = imageOf(child.properties ?? {});
		if (properties) child.properties = properties;
		else tell(textOf(child.properties?.['src']) || '图片');
		return properties !== null;
	});
}

type Properties = NonNullable<HtmlNode['properties']>;
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function imageOf({ src, alt, title }: Properties): Properties | null {
	const digest = STORED.exec(textOf(src))?.[1];
	const words = textOf(alt).trim();
	if (digest === undefined || words === '') return null;
	const size = SIZE.exec(textOf(title));
	const [width, height] = size ? [Number(size[1]), Number(size[2])] : [];
	return { src: imageAddress(digest), alt: words, ...(size ? { width, height } : {}), loading: 'lazy' };
}

/** Digests of the stored pictures that a text shows. */
export function imagesIn(text: string): string[] {
	return [...new Set([...text.matchAll(/\bimage:([0-9a-f]{64})\b/g)].map(([, digest]) => digest!))];
}
