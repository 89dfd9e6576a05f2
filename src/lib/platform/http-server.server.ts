import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { BODY_LIMITS, isTooLarge } from './body-limit.server.ts';
import type { Meter } from './metrics/meter.server.ts';
import { compressAnswer } from './compress.server.ts';
import { isPublicPath, keepPublicAnswers } from './public-answers.server.ts';
import { originOf, PRIVATE_HEADERS } from './request-origin.server.ts';
import { watchForTicket } from './stream-handover.server.ts';

export interface HttpServerOptions {
	readonly host: string;
	readonly port: number;
	readonly trustProxy: boolean;
	/** Told to whoever asks `/healthz`, so that a second start recognises the first. */
	readonly instance: string;
	readonly handler: RequestListener;
	/** Null = nothing is measured. */
	readonly meter?: Meter | null;
}

const PORTS_TO_TRY = 20;

/** Says to Kit's handler where origin and address of a request stand; must run before the handler is imported. */
export function configureHandler(environment: Record<string, string | undefined>): void {
	for (const name of ['ORIGIN', 'PORT_HEADER', 'XFF_DEPTH']) delete environment[name];
	// Kit knows one limit for all addresses; ours, per address, stands in front of it.
	environment['BODY_SIZE_LIMIT'] = String(BODY_LIMITS.largest);
	environment['PROTOCOL_HEADER'] = PRIVATE_HEADERS.protocol;
	environment['HOST_HEADER'] = PRIVATE_HEADERS.host;
	environment['ADDRESS_HEADER'] = PRIVATE_HEADERS.address;
}

/** Puts origin, `/healthz` and compression round Kit's handler. */
export function makeListener({
	trustProxy,
	instance,
	handler,
	meter = null
}: Omit<HttpServerOptions, 'host' | 'port'>): RequestListener {
	const answerPublic = keepPublicAnswers(handler);
	return (request, response) => {
		const origin = originOf(request.headers, request.socket.remoteAddress, trustProxy);
		request.headers[PRIVATE_HEADERS.protocol] = origin.protocol;
		request.headers[PRIVATE_HEADERS.host] = origin.host;
		request.headers[PRIVATE_HEADERS.address] = origin.address;
		if (meter?.take(request, response)) return;
		if (request.url === '/healthz') return answerHealth(response, instance);
		if (isTooLarge(request)) return answerTooLarge(response);
		if (isPublicPath(request.url ?? '')) return answerPublic(request, response);
		// HTTP/1.1 keeps connections open anyway: two lines less on every answer.
		response.removeHeader('connection');
		if (request.url?.startsWith(IMMUTABLE)) dropValidators(response);
		else compressAnswer(request, response);
		if (isStream(request.url ?? '')) watchForTicket(response);
		handler(request, response);
	};
}

/** Files whose name holds their digest; compressed when they were built. */
const IMMUTABLE = '/_app/immutable/';

/** Where the application may want the connection itself. */
const STREAM = /^\/arena\/[^/]+\/events(?:\?|$)/;
export const isStream = (url: string) => STREAM.test(url);

/** Nobody asks again whether such a file has changed: two lines less on each of them. */
function dropValidators(response: ServerResponse): void {
	const { writeHead } = response;
	response.writeHead = function (status: number, ...rest: unknown[]) {
		for (const headers of rest) {
			if (typeof headers === 'object' && headers !== null)
				for (const name of ['ETag', 'Last-Modified']) Reflect.deleteProperty(headers, name);
		}
		return Reflect.apply(writeHead, response, [status, ...rest]) as ServerResponse;
	};
}

function answerHealth(response: ServerResponse, instance: string): void {
	response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
	response.end(JSON.stringify({ app: 'leitai', instance }));
}

/** The connection is closed with it: what is still being sent is not read. */
function answerTooLarge(response: ServerResponse): void {
	response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
	response.end('提交的内容太大。');
}

/** Listens on the wished port, or on the next free one if another program has it. */
export async function startHttpServer(options: HttpServerOptions): Promise<{ server: Server; port: number }> {
	if (options.port > 65_535) throw new Error('PORT 应为 0–65535 的整数');
	const server = createServer(makeListener(options));
	for (let port = options.port; ; port++) {
		const code = await listen(server, port, options.host);
		if (code === '') {
			const bound = server.address();
			return { server, port: typeof bound === 'object' && bound !== null ? bound.port : port };
		}
		if (code === 'EACCES') throw new Error(`没有权限使用端口 ${port}：请用 PORT 指定 1024 以上的端口`);
		if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new Error(`HOST=${options.host} 不是本机的地址`);
		const isLast = port >= Math.min(options.port + PORTS_TO_TRY, 65_535);
		if (code !== 'EADDRINUSE' || isLast) throw new Error(`不能在 ${options.host}:${port} 上监听：${code}`);
	}
}

function listen(server: Server, port: number, host: string): Promise<string> {
	return new Promise((resolve) => {
		const settle = (code: string) => {
			server.removeAllListeners('error').removeAllListeners('listening');
			resolve(code);
		};
		server.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? 'UNKNOWN'));
		server.once('listening', () => settle(''));
		server.listen(port, host);
	});
}

/** Stops accepting and waits until open requests are answered; after `milliseconds` cuts what is left. */
export function closeHttpServer(server: Server, milliseconds: number): Promise<void> {
	return new Promise((resolve) => {
		// A kept-alive connection becomes idle only when its answer is out.
		const sweep = setInterval(() => server.closeIdleConnections(), 50);
		const cut = setTimeout(() => server.closeAllConnections(), milliseconds);
		server.close(() => {
			clearInterval(sweep);
			clearTimeout(cut);
			resolve();
		});
		server.closeIdleConnections();
	});
}
