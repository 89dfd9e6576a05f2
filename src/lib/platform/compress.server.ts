import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { gzipAround, offerKeptTexts } from './kept-text.server.ts';

/** Below this the framing costs more than it saves; above it one answer would hold up everybody else's. */
const SMALLEST_BYTES = 1024;
const LARGEST_BYTES = 512 * 1024;
const TEXT = /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json|xml)|image\/svg\+xml)/;

/**
 * Sends a finished text in one piece, compressed. Whole answers only: what comes without a length (event streams) passes
 * untouched and at once. In one call on this thread: for answers of a few kB a stream through the thread pool costs several times more.
 */
export function compressAnswer(request: IncomingMessage, response: ServerResponse): void {
	const encode = encoderFor(String(request.headers['accept-encoding'] ?? ''));
	if (!encode || request.method === 'HEAD') return;
	const { writeHead, write, end } = response;
	// Only gzip can be put together from parts that are compressed already.
	const offer = encode === gzip ? offerKeptTexts(request) : null;
	let pieces: Buffer[] | null = null;
	const release = () => Object.assign(response, { writeHead, write, end });
	response.writeHead = function (status: number, ...rest: unknown[]) {
		if (rest.length > 0 || !isWhole(response)) {
			release();
			return Reflect.apply(writeHead, response, [status, ...rest]) as ServerResponse;
		}
		response.statusCode = status;
		pieces = [];
		return response;
	};
	response.write = function (piece: Buffer | string, ...rest: unknown[]) {
		if (pieces) return pieces.push(toBuffer(piece)) > 0;
		release();
		return Reflect.apply(write, response, [piece, ...rest]) as boolean;
	} as typeof write;
	response.end = function (piece?: unknown, ...rest: unknown[]) {
		release();
		const last = typeof piece === 'string' || Buffer.isBuffer(piece) ? toBuffer(piece) : null;
		const all = Buffer.concat([...(pieces ?? []), ...(last ? [last] : [])]);
		const isFitting = offer?.isTaken || (all.length >= SMALLEST_BYTES && all.length <= LARGEST_BYTES);
		const isWorth = isFitting && !response.headersSent && isText(response);
		if (!isWorth) return Reflect.apply(end, response, pieces ? [all] : [piece, ...rest]) as ServerResponse;
		const { name, bytes } = offer?.isTaken ? around(offer.piecesOf(all)) : encode(all);
		response.setHeader('content-encoding', name);
		response.setHeader('content-length', bytes.length);
		response.appendHeader('vary', 'accept-encoding');
		return response.end(bytes);
	} as typeof end;
}

const toBuffer = (piece: string | Uint8Array) =>
	typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);

/** A text that is not compressed yet. */
function isText(response: ServerResponse): boolean {
	return TEXT.test(String(response.getHeader('content-type') ?? '')) && !response.hasHeader('content-encoding');
}

const isWhole = (response: ServerResponse) =>
	isText(response) && Number(response.getHeader('content-length')) >= SMALLEST_BYTES;

type Encode = (bytes: Buffer) => { name: string; bytes: Buffer };

/** Chinese text of some kB becomes smaller by gzip than by brotli at a bearable price; a small one by a hundred bytes more for 0.02 ms. */
const gzip: Encode = (bytes) => ({
	name: 'gzip',
	bytes: gzipSync(bytes, { level: bytes.length <= SMALL_BYTES ? 6 : 3 })
});
const SMALL_BYTES = 8 * 1024;
const around = (pieces: Parameters<typeof gzipAround>[0]) => ({ name: 'gzip', bytes: gzipAround(pieces, 3) });
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 16 } };
const brotli: Encode = (bytes) => ({ name: 'br', bytes: brotliCompressSync(bytes, BROTLI) });

function encoderFor(accepted: string): Encode | null {
	if (/\bgzip\b(?!;q=0)/.test(accepted)) return gzip;
	return /\bbr\b(?!;q=0)/.test(accepted) ? brotli : null;
}
