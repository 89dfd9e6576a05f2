import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export interface WholeAnswer {
	readonly status: number;
	readonly headers: OutgoingHttpHeaders;
	readonly body: Buffer;
}

/** Holds back what a handler writes and hands it over in one piece when it has ended; nothing is sent meanwhile. */
export function collectAnswer(response: ServerResponse, ended: (answer: WholeAnswer) => void): void {
	const { writeHead, write, end } = response;
	const pieces: Buffer[] = [];
	const take = (piece: unknown) => {
		if (typeof piece === 'string') pieces.push(Buffer.from(piece));
		else if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
	};
	response.writeHead = function (status: number, ...rest: unknown[]) {
		response.statusCode = status;
		const headers = rest.at(-1);
		if (typeof headers === 'object' && headers !== null && !Array.isArray(headers))
			for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string);
		return response;
	};
	response.write = function (piece: unknown) {
		take(piece);
		return true;
	} as typeof write;
	response.end = function (piece?: unknown) {
		take(piece);
		Object.assign(response, { writeHead, write, end });
		const headers = response.getHeaders();
		for (const name of response.getHeaderNames()) response.removeHeader(name);
		ended({ status: response.statusCode, headers, body: Buffer.concat(pieces) });
		return response;
	} as typeof end;
}
