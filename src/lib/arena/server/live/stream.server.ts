import type { ServerResponse } from 'node:http';
import type { Viewer } from '../../domain/hearing/event.ts';

/** So much may wait for a slow listener; then he is cut off and resumes where he was. */
const MOST_WAITING_BYTES = 512 * 1024;

/** What a stream needs of a connection; a socket in the server, a list in tests. */
export interface Pipe {
	write(bytes: Buffer): void;
	end(): void;
	readonly waitingBytes: number;
}

/** One listener: as whom, from which seat. */
export interface Stream {
	readonly pipe: Pipe;
	readonly viewer: Viewer;
	readonly seatId: string | null;
}

export const frame = (lines: string): Buffer => Buffer.from(`${lines}\n\n`);

/** Writes, or cuts off whoever does not keep up. @returns whether he is still there */
export function send({ pipe }: Stream, bytes: Buffer): boolean {
	if (pipe.waitingBytes > MOST_WAITING_BYTES) {
		pipe.end();
		return false;
	}
	pipe.write(bytes);
	return true;
}

const HEADERS = {
	'content-type': 'text/event-stream; charset=utf-8',
	'cache-control': 'no-store, no-transform',
	connection: 'close',
	'x-accel-buffering': 'no',
	'x-content-type-options': 'nosniff'
};

/** Opens a raw response as a stream: without chunks, whose framing would be written anew for everybody. */
export function openPipe(response: ServerResponse, closed: () => void): Pipe {
	response.useChunkedEncodingByDefault = false;
	response.writeHead(200, HEADERS);
	response.flushHeaders();
	response.once('close', closed);
	const { socket } = response;
	return {
		write: (bytes) => void socket?.write(bytes),
		end: () => {
			response.end();
			socket?.destroySoon();
		},
		get waitingBytes() {
			return socket?.writableLength ?? 0;
		}
	};
}
