import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { unpack } from '#lib/platform/zip-package.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { HtmlNode } from '../domain/html-node.ts';

/** A Word file taken apart: its text as a tree, its pictures by the address that stands in it. */
export interface WordParts {
	readonly tree: HtmlNode;
	readonly images: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly alt: string }>;
}

export const NO_WORD = refuse('no-word-file', '这不是 Word 文件（.docx）；.doc、.wps 和 PDF 请先另存为 .docx。');
const UNREADABLE = refuse('unreadable', '文件打不开，可能已经损坏；用 Word 或 WPS 另存为 .docx 后再试。');
const MOST_IMAGES = 40;

/** Reads a Word file; every part of it is unpacked under a limit before the library sees it. Macros, styles and links stay behind. */
export async function readWord(bytes: Uint8Array): Promise<Result<WordParts>> {
	const file = Buffer.from(bytes);
	const parts = await unpack(file);
	if (!parts.ok) return parts.refusal.code === 'no-package' ? NO_WORD : parts;
	if (!parts.value.has('word/document.xml')) return NO_WORD;
	const { default: mammoth } = await import('mammoth');
	const images = new Map<string, { bytes: Uint8Array; alt: string }>();
	const convertImage = mammoth.images.imgElement(async (image) => {
		const src = `picture-${images.size + 1}`;
		if (images.size < MOST_IMAGES) images.set(src, { bytes: await image.readAsBuffer(), alt: '' });
		return { src };
	});
	const read = await mammoth.convertToHtml({ buffer: file }, { convertImage }).catch((cause: unknown) => ({ cause }));
	if ('cause' in read) return UNREADABLE;
	const tree = unified().use(rehypeParse, { fragment: true }).parse(read.value) as unknown as HtmlNode;
	return ok({ tree, images: withWords(tree, images) });
}

/** Alternative texts that the author gave in Word stand on the elements. */
function withWords(
	node: HtmlNode,
	images: ReadonlyMap<string, { bytes: Uint8Array; alt: string }>
): WordParts['images'] {
	const words = new Map<string, string>();
	const walk = ({ tagName, properties, children = [] }: HtmlNode) => {
		const [src, alt] = [properties?.['src'], properties?.['alt']];
		if (tagName === 'img' && typeof src === 'string' && typeof alt === 'string') words.set(src, alt);
		for (const child of children) walk(child);
	};
	walk(node);
	return new Map([...images].map(([src, { bytes }]) => [src, { bytes, alt: words.get(src) ?? '' }]));
}
