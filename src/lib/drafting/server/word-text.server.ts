import { unpack } from '#lib/platform/zip-package.server.ts';
import { withoutInvisible } from '#lib/shared/printable.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';

const MEGABYTE = 1024 * 1024;
export const MOST_BYTES = 5 * MEGABYTE;
const MOST_CHARACTERS = 200_000;

/** The paragraphs of a Word file as plain text: pictures, macros, links and styles stay behind. */
export async function readWordText(bytes: Uint8Array): Promise<Result<readonly string[]>> {
	if (bytes.length > MOST_BYTES) return refuse('too-large', '文件超过 5 MB；删去图片后再导入。');
	const sound = await checkPackage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	if (!sound.ok) return sound;
	const { default: mammoth } = await import('mammoth');
	const read = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).catch((cause: unknown) => ({ cause }));
	if ('cause' in read) return refuse('unreadable', '文件打不开，可能已经损坏；用 Word 或 WPS 另存为 .docx 后再试。');
	const text = read.value.slice(0, MOST_CHARACTERS);
	const lines = text.split(/\n+/).map((line) =>
		withoutInvisible(line)
			.replace(/[\t\u00a0]+/g, ' ')
			.trim()
	);
	const paragraphs = lines.filter((line) => line !== '');
	if (paragraphs.length === 0) return refuse('empty', '文件里没有文字（图片里的字读不出来）。');
	return ok(paragraphs);
}

const NO_WORD = refuse('no-word-file', '这不是 Word 文件（.docx）；.doc、.wps 和 PDF 请先另存为 .docx。');

/** Unpacks every part once under a limit, so that what reads it later cannot be made to fill the memory. */
async function checkPackage(file: Buffer): Promise<Result<null>> {
	const parts = await unpack(file);
	if (!parts.ok) return parts.refusal.code === 'no-package' ? NO_WORD : parts;
	return parts.value.has('word/document.xml') ? ok(null) : NO_WORD;
}
