import { createTarDecoder } from 'modern-tar';
import { createReadStream, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';

/** A file as text, or why it could not be read as one. */
export type TextFile =
	{ readonly path: string; readonly text: string } | { readonly path: string; readonly refused: string };

/** An archive that cannot be read on: what was read of it must not be kept. */
export class BrokenArchive extends Error {}

/** Largest file that is taken as a text, and largest archive once unpacked. */
const FILE_BYTES = 8 * 1024 * 1024;
const ARCHIVE_BYTES = 1024 * 1024 * 1024;

const isArchive = (path: string) => /\.(tar\.gz|tgz)$/i.test(path);

/** Files, folders (in the order of their paths) and `.tar.gz` archives (in their own order), one text at a time. */
export async function* readTextFiles(paths: readonly string[]): AsyncGenerator<TextFile> {
	for (const path of paths) {
		if (isArchive(path)) yield* readArchive(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>);
		else if (statSync(path).isDirectory()) yield* readFolder(path);
		else yield readText(path, readFileSync(path));
	}
}

function* readFolder(folder: string): Generator<TextFile> {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
	const inOrder = files.map((file) => ({ file, key: relative(folder, file).replaceAll(sep, '/') }));
	inOrder.sort((left, right) => (left.key < right.key ? -1 : 1));
	for (const { file } of inOrder) {
		if (statSync(file).size > FILE_BYTES) yield { path: file, refused: TOO_LARGE };
		else yield readText(file, readFileSync(file));
	}
}

const TOO_LARGE = `文件超过 ${FILE_BYTES / 1024 / 1024} MB，不像一部法的文本`;

/** The text of bytes that claim to be UTF-8; a file in another encoding is refused, never guessed at. */
export function readText(path: string, bytes: Uint8Array): TextFile {
	if (bytes.byteLength > FILE_BYTES) return { path, refused: TOO_LARGE };
	if (bytes.includes(0)) return { path, refused: '二进制文件，不是文本' };
	try {
		return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return { path, refused: '不是 UTF-8 编码（可能是 GBK），请转换后再导入' };
	}
}

/** The texts of a gzipped tar archive, read as a stream. Throws `BrokenArchive` when it cannot be read to its end. */
export async function* readArchive(stream: ReadableStream<Uint8Array>): AsyncGenerator<TextFile> {
	let bytes = 0;
	let last = '';
	try {
		const unzipped = stream.pipeThrough(
			new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>
		);
		for await (const { header, body } of unzipped.pipeThrough(createTarDecoder({ strict: true }))) {
			last = header.name;
			bytes += header.size;
			const whyNot = header.type === 'directory' ? '' : whyNotTaken(header, bytes);
			if (whyNot === null) yield readText(plainName(last), await readAll(body, header.size));
			else {
				await body.cancel();
				if (whyNot !== '') yield { path: last, refused: whyNot };
			}
		}
	} catch (error) {
		throw new BrokenArchive(last === '' ? '不是 .tar.gz 归档，或文件已损坏' : `归档在 ${last} 之后损坏，没有导入`, {
			cause: error
		});
	}
}

/** How many files an archive holds; as far as it can be read. */
export async function countArchive(stream: ReadableStream<Uint8Array>): Promise<number> {
	let files = 0;
	for await (const file of readArchive(stream)) if (file) files++;
	return files;
}

const plainName = (name: string) => name.replace(/^(\.\/)+/, '');

/** Why an entry is not read; null = it is. */
function whyNotTaken(
	{ name, type, size }: { name: string; type?: string; size: number },
	bytes: number
): string | null {
	if (/^(\/|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..')) return '路径指向归档之外';
	if (type !== undefined && type !== 'file') return '链接或特殊文件，不读取';
	if (size > FILE_BYTES) return TOO_LARGE;
	return bytes > ARCHIVE_BYTES ? '归档解开后超过 1 GB，其余不读' : null;
}

async function readAll(body: ReadableStream<Uint8Array>, size: number): Promise<Uint8Array> {
	const bytes = new Uint8Array(size);
	let offset = 0;
	for await (const chunk of body) {
		bytes.set(chunk, offset);
		offset += chunk.byteLength;
	}
	return bytes.subarray(0, offset);
}
