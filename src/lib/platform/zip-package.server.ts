import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { type Result, ok, refuse } from '#lib/shared/result.ts';

const inflate = promisify(inflateRaw);
const MEGABYTE = 1024 * 1024;

/** What an archive may unpack to: a small file may hold gigabytes of zeros. */
export interface PackageLimits {
	readonly parts: number;
	readonly unpacked: number;
}
const USUAL: PackageLimits = { parts: 2000, unpacked: 60 * MEGABYTE };
/** No text and no picture shrinks more than so many times; what does was made to. */
const MOST_RATIO = 200;
/** So much may shrink as it likes. */
const SMALL = MEGABYTE;

interface PackagePart {
	readonly name: string;
	readonly method: number;
	readonly isEncrypted: boolean;
	readonly data: Buffer;
}

const TOO_LARGE = refuse('too-large', '文件解开后过大或者已经损坏，没有导入。');

/**
 * Unpacks every part of a zip archive once, under a limit for all of them, so that nothing which reads it later can be made to
 * fill the memory. Folders are left out. Refuses what is no archive, is encrypted, has too many parts or unpacks to too much.
 */
export async function unpack(
	file: Buffer,
	limits: PackageLimits = USUAL
): Promise<Result<ReadonlyMap<string, Buffer>>> {
	const parts = partsOf(file);
	if (!parts) return refuse('no-package', '不是完整的压缩文件。');
	if (parts.length > limits.parts) return refuse('too-many', `压缩文件里超过 ${limits.parts} 个文件，没有导入。`);
	if (parts.some(({ isEncrypted }) => isEncrypted)) return refuse('encrypted', '文件有密码；取消密码后再导入。');
	let left = limits.unpacked;
	const unpacked = new Map<string, Buffer>();
	for (const { name, method, data } of parts) {
		const most = Math.min(left, Math.max(SMALL, data.length * MOST_RATIO));
		const content = method === 0 ? data : await unpackPart(data, most);
		if (content === null || (left -= content.length) < 0) return TOO_LARGE;
		if (!name.endsWith('/')) unpacked.set(name, content);
	}
	return ok(unpacked);
}

/** Null when it cannot be unpacked, or not within the limit. */
async function unpackPart(data: Buffer, most: number): Promise<Buffer | null> {
	return most <= 0 ? null : inflate(data, { maxOutputLength: most }).catch(() => null);
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

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

const LOCAL = 0x04034b50;
