import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A text that goes into many answers, compressed once: whole blocks that refer to nothing before them. */
export class KeptText {
	#bytes: Buffer | null = null;
	#packed: Buffer | null = null;

	constructor(
		readonly text: string,
		/** What it was kept under. */
		readonly key = ''
	) {}

	get bytes(): Buffer {
		return (this.#bytes ??= Buffer.from(this.text));
	}

	get packed(): Buffer {
		return (this.#packed ??= pack(this.bytes, 9));
	}
}

/** Which kept texts go into the answer to one request; Kit's side puts marks, `gzipAround` puts the texts there. */
export class Offer {
	readonly #texts: KeptText[] = [];
	/** Nobody can write it into a text beforehand. */
	readonly #name = randomBytes(12).toString('hex');

	take(text: KeptText): string {
		this.#texts.push(text);
		return `<!--${this.#name}${this.#texts.length - 1}-->`;
	}

	/** The answer in its order, as bytes that Kit wrote and kept texts. What was taken and then not shown is left out. */
	piecesOf(answer: Buffer): (Buffer | KeptText)[] {
		const pieces: (Buffer | KeptText)[] = [];
		const mark = `<!--${this.#name}`;
		let from = 0;
		for (let at = answer.indexOf(mark); at !== -1; at = answer.indexOf(mark, from)) {
			const end = answer.indexOf('-->', at);
			const number = Number(answer.toString('latin1', at + mark.length, end));
			pieces.push(answer.subarray(from, at), this.#texts[number]!);
			from = end + '-->'.length;
		}
		pieces.push(answer.subarray(from));
		return pieces;
	}

	get isTaken(): boolean {
		return this.#texts.length > 0;
	}
}

// The server round Kit's handler is a bundle of its own: what one writes the other must find.
const OFFER = Symbol.for('leitai.offer');
type Offering = IncomingMessage & { [OFFER]?: Offer };

/** Says to whoever answers that kept texts will be put in. */
export const offerKeptTexts = (request: Offering): Offer => (request[OFFER] = new Offer());
export const offerOf = (request: Offering): Offer | undefined => request[OFFER];

/** A gzip stream of one member (RFC 1952) from pieces of which some are compressed already. */
export function gzipAround(pieces: readonly (Buffer | KeptText)[], level: number): Buffer {
	let sum = 0;
	let length = 0;
	const blocks = pieces.map((piece) => {
		const isKept = 'packed' in piece;
		const bytes = isKept ? piece.bytes : piece;
		sum = crc32(bytes, sum);
		length += bytes.length;
		if (isKept) return piece.packed;
		return bytes.length === 0 ? bytes : bytes.length < SMALL ? store(bytes) : pack(bytes, level);
	});
	const tail = Buffer.alloc(8);
	tail.writeUInt32LE(sum, 0);
	tail.writeUInt32LE(length >>> 0, 4);
	return Buffer.concat([HEADER, ...blocks, LAST_BLOCK, tail]);
}

const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** An empty block of the fixed kind, marked as the last one. */
const LAST_BLOCK = Buffer.from([0x03, 0x00]);
/** Setting up the compressor costs more than a few bytes are worth. */
const SMALL = 200;

/** Blocks up to a byte's end, none of them the last (Z_FULL_FLUSH). */
function pack(bytes: Buffer, level: number): Buffer {
	// Clearing its tables is half of the work on a few kB.
	const size = bytes.length > LARGE ? {} : { windowBits: 13, memLevel: 6 };
	return deflateRawSync(bytes, { level, finishFlush: constants.Z_FULL_FLUSH, ...size });
}
const LARGE = 12 * 1024;

/** One block as it is. */
function store(bytes: Buffer): Buffer {
	const head = Buffer.alloc(5);
	head.writeUInt16LE(bytes.length, 1);
	head.writeUInt16LE(~bytes.length & 0xffff, 3);
	return Buffer.concat([head, bytes]);
}
