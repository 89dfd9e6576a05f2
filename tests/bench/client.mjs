// A small HTTP/1.1 client on plain sockets: it shares the machine with the servers it measures, so it must cost little.
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/**
 * @typedef {{ status: number, head: string, body: Buffer, headBytes: number, bodyBytes: number }} Answer
 * `bodyBytes` as it came over the wire, with the framing of chunks; `body` without it, still compressed
 */

const LINE = Buffer.from('\r\n');
const BLANK_LINE = Buffer.from('\r\n\r\n');

/** One kept-alive connection; one request at a time. */
export class Connection {
	/** @type {import('node:net').Socket} */
	#socket;
	/** @type {Buffer} */
	#received = Buffer.alloc(0);
	/** @type {{ resolve: (answer: Answer) => void, reject: (error: Error) => void } | null} */
	#waiting = null;

	/** @param {number} port */
	constructor(port) {
		this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
		this.#socket.on('data', (piece) => this.#receive(piece));
		this.#socket.on('error', (error) => this.#fail(error));
		this.#socket.on('close', () => this.#fail(new Error('the server closed the connection')));
	}

	/** @param {Buffer} bytes a whole request @returns {Promise<Answer>} */
	send(bytes) {
		return new Promise((resolve, reject) => {
			this.#waiting = { resolve, reject };
			this.#socket.write(bytes);
		});
	}

	close() {
		this.#waiting = null;
		this.#socket.destroy();
	}

	/** @param {Error} error */
	#fail(error) {
		this.#waiting?.reject(error);
		this.#waiting = null;
	}

	/** @param {Buffer} piece */
	#receive(piece) {
		this.#received = this.#received.length === 0 ? piece : Buffer.concat([this.#received, piece]);
		const answer = readAnswer(this.#received);
		if (!answer || !this.#waiting) return;
		this.#received = Buffer.alloc(0);
		const { resolve } = this.#waiting;
		this.#waiting = null;
		resolve(answer);
	}
}

/** @param {Buffer} bytes @returns {Answer | null} null = not all there yet */
function readAnswer(bytes) {
	const end = bytes.indexOf(BLANK_LINE);
	if (end < 0) return null;
	const head = bytes.toString('latin1', 0, end);
	const start = end + BLANK_LINE.length;
	const status = Number(head.slice(9, 12));
	const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
	if (length === undefined && /\r\ntransfer-encoding: *chunked/i.test(head)) {
		const body = readChunks(bytes, start);
		return body && { status, head, body, headBytes: start, bodyBytes: bytes.length - start };
	}
	const size = Number(length ?? 0);
	if (bytes.length < start + size) return null;
	return { status, head, body: bytes.subarray(start, start + size), headBytes: start, bodyBytes: size };
}

/** @param {Buffer} bytes @param {number} from @returns {Buffer | null} */
function readChunks(bytes, from) {
	const pieces = [];
	for (let at = from; ;) {
		const line = bytes.indexOf(LINE, at);
		if (line < 0) return null;
		const size = parseInt(bytes.toString('latin1', at, line), 16);
		const start = line + LINE.length;
		if (bytes.length < start + size + LINE.length) return null;
		if (size === 0) return Buffer.concat(pieces);
		pieces.push(bytes.subarray(start, start + size));
		at = start + size + LINE.length;
	}
}

/** The text of an answer. @param {Answer} answer */
export function textOf({ head, body }) {
	const encoding = /\r\ncontent-encoding: *(\w+)/i.exec(head)?.[1];
	if (encoding === 'br') return brotliDecompressSync(body).toString();
	if (encoding === 'gzip') return gunzipSync(body).toString();
	return body.toString();
}

/**
 * A whole request as a browser would send it, ready for the wire.
 * @param {string} method @param {string} path @param {Record<string, string>} headers @param {string} body
 */
export function request(method, path, headers, body = '') {
	const all = { 'accept-encoding': 'gzip, deflate, br', ...headers };
	const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
	if (method === 'POST') lines.push(`content-length: ${Buffer.byteLength(body)}`);
	return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

/**
 * Closed loop, no thinking time: every user sends the next request when the last one is answered, until time is over.
 * @param {number} port
 * @param {number} seconds
 * @param {(() => Buffer | null)[]} users what each sends next; null = nothing left, which ends the run with an error
 * @param {number} expected status of every answer; another one ends the run with an error
 * @returns {Promise<{ count: number, seconds: number, times: number[], sample: Answer[] }>} `times` in ms, sorted
 */
export async function load(port, seconds, users, expected = 200) {
	/** @type {number[]} */
	const times = [];
	/** @type {Answer[]} */
	const sample = [];
	const began = performance.now();
	const end = began + seconds * 1000;
	await Promise.all(
		users.map(async (next) => {
			const connection = new Connection(port);
			for (let now = performance.now(); now < end;) {
				const bytes = next();
				if (!bytes) throw new Error('a user had nothing left to send: prepare more');
				const answer = await connection.send(bytes);
				const after = performance.now();
				if (answer.status !== expected) throw new Error(`status ${answer.status}: ${textOf(answer).slice(0, 300)}`);
				times.push(after - now);
				if (sample.length < 200) sample.push(answer);
				now = after;
			}
			connection.close();
		})
	);
	const spent = (performance.now() - began) / 1000;
	return { count: times.length, seconds: spent, times: times.sort((left, right) => left - right), sample };
}
