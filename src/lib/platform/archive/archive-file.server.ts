import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/*
 * A whole installation in one file: gzip around one line `leitai-archive 1` and frames of one letter, a length (four bytes,
 * big-endian) and so many bytes. H = header; for each table T = its name, D… = rows as PostgreSQL's COPY text, E = their number
 * and SHA-256; Z = number of tables and SHA-256 over everything before it. Without a Z the file is not whole.
 */
const MAGIC = Buffer.from('leitai-archive 1\n');
const FRAME_HEAD = 5;
/** No frame of ours is longer: a length beyond it is damage, and must not be believed and allocated. */
const LONGEST_FRAME = 64 * 1024 * 1024;

export interface ArchivedTable {
	readonly name: string;
	readonly columns: readonly string[];
}

export interface ArchiveHeader {
	/** ISO 8601 */
	readonly createdAt: string;
	/** What had been migrated when it was made, oldest first. */
	readonly migrations: readonly { readonly hash: string; readonly when: number }[];
	readonly tables: readonly ArchivedTable[];
}

export interface TableEnd {
	readonly rows: number;
	readonly sha256: string;
}

interface ArchiveEnd {
	readonly tables: number;
	readonly sha256: string;
}

export type Frame =
	| { readonly kind: 'H'; readonly value: ArchiveHeader }
	| { readonly kind: 'T'; readonly value: { readonly name: string } }
	| { readonly kind: 'D'; readonly value: Buffer }
	| { readonly kind: 'E'; readonly value: TableEnd }
	| { readonly kind: 'Z'; readonly value: ArchiveEnd };

/** The file cannot be restored; the sentence is for people. */
export class ArchiveFault extends Error {}

/** Writes beside the wished file and puts it there when it is whole and on the disk; readable by its owner only. */
export class ArchiveWriter {
	readonly #partial: string;
	readonly #gzip = createGzip({ level: 6 });
	readonly #done: Promise<void>;
	readonly #hash = createHash('sha256');
	#tables = 0;

	constructor(readonly file: string) {
		this.#partial = `${file}.partial`;
		const sink = createWriteStream(this.#partial, { mode: 0o600 });
		// A failing disk is told by `end`, or by the next frame that waits for room.
		this.#done = pipeline(this.#gzip, sink);
		this.#done.catch(() => undefined);
		this.#gzip.write(MAGIC);
	}

	async frame(kind: Frame['kind'], payload: Buffer | object): Promise<void> {
		const bytes = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload));
		const head = Buffer.alloc(FRAME_HEAD);
		head.write(kind, 0, 'latin1');
		head.writeUInt32BE(bytes.length, 1);
		this.#hash.update(head).update(bytes);
		if (kind === 'T') this.#tables++;
		this.#gzip.write(head);
		if (!this.#gzip.write(bytes)) await Promise.race([once(this.#gzip, 'drain'), this.#done]);
	}

	/** @returns SHA-256 over the content */
	async end(): Promise<string> {
		const sha256 = this.#hash.copy().digest('hex');
		await this.frame('Z', { tables: this.#tables, sha256 } satisfies ArchiveEnd);
		this.#gzip.end();
		await this.#done;
		const written = await open(this.#partial, 'r+');
		await written.sync();
		await written.close();
		await rename(this.#partial, this.file);
		return sha256;
	}

	/** Leaves nothing behind. */
	async abandon(): Promise<void> {
		this.#gzip.destroy();
		// It ends with the reason for which it is abandoned.
		await this.#done.catch(() => undefined);
		await rm(this.#partial, { force: true });
	}
}

/** The frames of an archive in their order, each checked; throws `ArchiveFault` where it is damaged, cut off or not ours. */
export async function* readArchive(file: string): AsyncGenerator<Frame> {
	const bytes = new ByteReader(file);
	try {
		const magic = await bytes.take(MAGIC.length);
		if (!magic.equals(MAGIC)) throw new ArchiveFault('这不是擂台的备份文件');
		const whole = createHash('sha256');
		let table = createHash('sha256');
		let tables = 0;
		for (;;) {
			const head = await bytes.take(FRAME_HEAD);
			const kind = head.toString('latin1', 0, 1);
			const length = head.readUInt32BE(1);
			if (!'HTDEZ'.includes(kind) || length > LONGEST_FRAME) throw new ArchiveFault('备份文件已损坏');
			const payload = await bytes.take(length);
			if (kind === 'D') {
				table.update(payload);
				whole.update(head).update(payload);
				yield { kind, value: payload };
				continue;
			}
			const value: unknown = JSON.parse(payload.toString());
			const frame = { kind, value } as Exclude<Frame, { kind: 'D' }>;
			if (frame.kind === 'Z') {
				const isWhole = frame.value.tables === tables && frame.value.sha256 === whole.digest('hex');
				if (!isWhole) throw new ArchiveFault('备份文件已损坏：总摘要不符');
				await bytes.expectEnd();
				yield frame;
				return;
			}
			whole.update(head).update(payload);
			if (frame.kind === 'T') [table, tables] = [createHash('sha256'), tables + 1];
			if (frame.kind === 'E' && frame.value.sha256 !== table.digest('hex'))
				throw new ArchiveFault('备份文件已损坏：一张表的摘要不符');
			yield frame;
		}
	} catch (error) {
		if (error instanceof ArchiveFault) throw error;
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new ArchiveFault(`没有这个文件：${file}`);
		throw new ArchiveFault(`备份文件读不出来（${error instanceof Error ? error.message : String(error)}）`);
	} finally {
		bytes.close();
	}
}

/** Reads a whole archive without keeping it. @returns its header and how many rows there are */
export async function checkArchive(file: string): Promise<{ header: ArchiveHeader; rows: number }> {
	let header: ArchiveHeader | null = null;
	let rows = 0;
	for await (const frame of readArchive(file)) {
		if (frame.kind === 'H') header = frame.value;
		if (frame.kind === 'E') rows += frame.value.rows;
	}
	if (!header) throw new ArchiveFault('备份文件没有开头');
	return { header, rows };
}

/** Exact numbers of bytes out of a gzip file. */
class ByteReader {
	readonly #source;
	readonly #chunks: AsyncIterator<Buffer, undefined>;
	#rest: Buffer = Buffer.alloc(0);

	constructor(file: string) {
		this.#source = createReadStream(file);
		const gunzip = createGunzip();
		this.#source.on('error', (error) => gunzip.destroy(error));
		this.#chunks = (this.#source.pipe(gunzip) as AsyncIterable<Buffer, undefined>)[Symbol.asyncIterator]();
	}

	async take(count: number): Promise<Buffer> {
		const parts = [this.#rest];
		let length = this.#rest.length;
		while (length < count) {
			const next = await this.#chunks.next();
			if (next.done) throw new ArchiveFault('备份文件不完整：后面的部分没有了');
			parts.push(next.value);
			length += next.value.length;
		}
		const all = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
		this.#rest = all.subarray(count);
		return all.subarray(0, count);
	}

	async expectEnd(): Promise<void> {
		if (this.#rest.length > 0 || !(await this.#chunks.next()).done)
			throw new ArchiveFault('备份文件已损坏：末尾之后还有内容');
	}

	close(): void {
		this.#source.destroy();
	}
}
