import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { type Result, ok, refuse } from '#lib/shared/result.ts';

const MEGABYTE = 1024 * 1024;
export const MOST_BYTES = 5 * MEGABYTE;
/** Of all parts unpacked: a small file may hold gigabytes of zeros. */
const MOST_UNPACKED = 60 * MEGABYTE;
const MOST_PARTS = 2000;
const MOST_CHARACTERS = 200_000;

const inflate = promisify(inflateRaw);

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
		line
			.replace(CONTROL, '')
			.replace(/[\t\u00a0]+/g, ' ')
			.trim()
	);
	const paragraphs = lines.filter((line) => line !== '');
	if (paragraphs.length === 0) return refuse('empty', '文件里没有文字（图片里的字读不出来）。');
	return ok(paragraphs);
}

/** Invisible signs: control characters, zero width, direction marks. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

interface PackagePart {
	readonly name: string;
	readonly method: number;
	readonly isEncrypted: boolean;
	readonly data: Buffer;
}

const NO_WORD = refuse('no-word-file', '这不是 Word 文件（.docx）；.doc、.wps 和 PDF 请先另存为 .docx。');

/** Unpacks every part once under a limit, so that what reads it later cannot be made to fill the memory. */
async function checkPackage(file: Buffer): Promise<Result<null>> {
	const parts = partsOf(file);
	if (!parts || parts.length > MOST_PARTS || !parts.some(({ name }) => name === 'word/document.xml')) return NO_WORD;
	if (parts.some(({ isEncrypted }) => isEncrypted)) return refuse('encrypted', '文件有密码；取消密码后再导入。');
	let left = MOST_UNPACKED;
	for (const { method, data } of parts) {
		const size = method === 0 ? data.length : await sizeOf(data, left);
		if (size === null || (left -= size) < 0) return refuse('too-large', '文件解开后过大或者已经损坏，没有导入。');
	}
	return ok(null);
}

/** Null when it cannot be unpacked, or not within the limit. */
async function sizeOf(data: Buffer, most: number): Promise<number | null> {
	if (most <= 0) return null;
	const unpacked = await inflate(data, { maxOutputLength: most }).catch(() => null);
	return unpacked && unpacked.length;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The parts by the central directory of the archive; null when it is none. */
function partsOf(file: Buffer): PackagePart[] | null {
	const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END) return null;
	const count = file.readUInt16LE(end + 10);
	const parts: PackagePart[] = [];
	let at = file.readUInt32LE(end + 16);
	for (let index = 0; index < count; index++) {
		if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) return null;
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
		const [size, start] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)];
		if (start + 30 > file.length || file.readUInt32LE(start) !== LOCAL) return null;
		const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
		if (from + size > file.length) return null;
		parts.push({
			name: file.toString('utf8', at + 46, at + 46 + nameLength!),
			method: file.readUInt16LE(at + 10),
			isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
			data: file.subarray(from, from + size)
		});
		at += 46 + nameLength! + extraLength! + commentLength!;
	}
	return parts;
}
