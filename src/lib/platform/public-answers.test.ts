import { createServer, request as ask, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { FRESH_MILLISECONDS, isPublicPath, keepPublicAnswers } from './public-answers.server.ts';

const open: Server[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

const TEXT = '公开案例'.repeat(500);
const KEPT = { 'content-type': 'text/html', 'cache-control': 'public, s-maxage=60', etag: '"kit"' };

/** A server whose handler counts how often it was asked, and what of a request it saw. */
async function serve(
	answer: (request: IncomingMessage) => { status?: number; headers?: object; text?: string } = () => ({})
) {
	const seen: { url: string; cookie: string | undefined; condition: string | undefined }[] = [];
	const clock = { now: 0 };
	const handler: RequestListener = (request, response) => {
		const { cookie, 'if-none-match': condition } = request.headers;
		seen.push({ url: `${request.method} ${request.url}`, cookie, condition });
		const { status = 200, headers = {}, text = TEXT } = answer(request);
		for (const [name, value] of Object.entries({ ...KEPT, ...headers })) response.setHeader(name, value);
		response.writeHead(status);
		response.write(text.slice(0, 10));
		response.end(text.slice(10));
	};
	const server = createServer(keepPublicAnswers(handler, () => clock.now)).listen(0, '127.0.0.1');
	open.push(server);
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
		new Promise<IncomingMessage & { body: Buffer }>((resolve, reject) => {
			const sent = ask({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
				const pieces: Buffer[] = [];
				response.on('data', (piece: Buffer) => pieces.push(piece));
				response.on('end', () => resolve(Object.assign(response, { body: Buffer.concat(pieces) })));
			});
			sent.on('error', reject).end();
		});
	return { get, seen, clock };
}

test.each([
	['/public', true],
	['/public/cases', true],
	['/public?x', true],
	['/publications', false],
	['/cases/public/', false]
])('%s belongs to the public side: %s', (path, is) => {
	expect(isPublicPath(path)).toBe(is);
});

test.each([
	['gzip, br', 'br', brotliDecompressSync],
	['gzip', 'gzip', gunzipSync],
	['br;q=0, gzip;q=0', undefined, (bytes: Buffer) => bytes]
])('for a client that accepts %s it goes out as %s with a strong tag of its own', async (accepts, encoding, decode) => {
	const { get } = await serve();
	const { headers, body } = await get('/public/a', { 'accept-encoding': accepts });
	expect(headers).toMatchObject({ vary: 'accept-encoding', 'content-length': String(body.length) });
	expect(headers['content-encoding']).toBe(encoding);
	expect(decode(body).toString()).toBe(TEXT);
	expect(headers.etag).toMatch(encoding ? new RegExp(`^"[0-9a-f]{32}-${encoding}"$`) : /^"[0-9a-f]{32}"$/);
});

test('it is rendered once, and again when it is no longer fresh', async () => {
	const { get, seen, clock } = await serve();
	const first = await get('/public/a');
	clock.now = FRESH_MILLISECONDS - 1;
	expect((await get('/public/a')).body).toEqual(first.body);
	expect(seen).toHaveLength(1);
	clock.now = FRESH_MILLISECONDS;
	await get('/public/a');
	expect(seen).toHaveLength(2);
});

test('who has it gets 304 without a body, whatever encoding the tag was for, kept or not', async () => {
	const { get, seen, clock } = await serve(() => ({ headers: { 'last-modified': 'Sun, 01 Nov 2026 08:00:00 GMT' } }));
	const plain = (await get('/public/a')).headers.etag!;
	for (const tag of [plain, plain.replace(/"$/, '-gzip"'), `W/${plain}`, `"other", ${plain}`, '*']) {
		for (const moment of [0, FRESH_MILLISECONDS * 2]) {
			clock.now += moment;
			const answer = await get('/public/a', { 'if-none-match': tag });
			expect([tag, answer.statusCode, answer.body.length]).toEqual([tag, 304, 0]);
			expect(answer.headers).toMatchObject({
				etag: plain,
				'cache-control': KEPT['cache-control'],
				vary: 'accept-encoding'
			});
		}
	}
	expect(seen.every(({ condition }) => condition === undefined)).toBe(true);
	const since = (text: string) => get('/public/a', { 'if-modified-since': text });
	expect((await since('Sun, 01 Nov 2026 08:00:00 GMT')).statusCode).toBe(304);
	expect((await since('Sun, 01 Nov 2026 07:59:59 GMT')).statusCode).toBe(200);
	expect((await since('yesterday')).statusCode).toBe(200);
	expect((await get('/public/a', { 'if-none-match': '"00"' })).statusCode).toBe(200);
	expect(
		(await get('/public/a', { 'if-none-match': '"00"', 'if-modified-since': 'Sun, 01 Nov 2026 08:00:00 GMT' }))
			.statusCode
	).toBe(200);
});

test('a changed text has another tag; what is withdrawn is not answered from memory', async () => {
	let now: { status?: number; headers?: object; text?: string } = {};
	const { get, clock } = await serve(() => now);
	const first = await get('/public/a');
	now = { text: `${TEXT}改` };
	clock.now += FRESH_MILLISECONDS;
	const second = await get('/public/a', { 'if-none-match': first.headers.etag! });
	expect([second.statusCode, second.body.toString()]).toEqual([200, `${TEXT}改`]);
	now = { status: 410, headers: { 'cache-control': 'private, no-cache' }, text: '已撤下' };
	clock.now += FRESH_MILLISECONDS;
	for (let turn = 0; turn < 2; turn++) {
		const gone = await get('/public/a', { 'if-none-match': second.headers.etag! });
		expect([gone.statusCode, gone.body.toString()]).toEqual([410, '已撤下']);
	}
});

test('neither cookie nor query nor condition reaches the page; a query is the same page', async () => {
	const { get, seen } = await serve();
	await get('/public/a?from=timeline', { cookie: 'session=secret', authorization: 'Bearer x', 'if-none-match': '"0"' });
	await get('/public/a?n=2', { cookie: 'session=other' });
	expect(seen).toEqual([{ url: 'GET /public/a', cookie: undefined, condition: undefined }]);
});

test('what is sent, and data of a page, goes through each time, without a cookie', async () => {
	const { get, seen } = await serve();
	for (let turn = 0; turn < 2; turn++) {
		await get('/public/a', { cookie: 'session=secret' }, 'POST');
		await get('/public/a/__data.json?x=1', { cookie: 'session=secret' });
	}
	expect(seen.map(({ url }) => url)).toEqual([
		...['POST /public/a', 'GET /public/a/__data.json?x=1', 'POST /public/a', 'GET /public/a/__data.json?x=1']
	]);
	expect(seen.every(({ cookie }) => cookie === undefined)).toBe(true);
});

test.each([
	['without leave to be kept', { headers: { 'cache-control': 'private, no-cache' } }],
	['with a cookie', { headers: { 'set-cookie': 'a=1' } }],
	['with an error', { status: 500 }]
])('an answer %s is not kept', async (_, answer) => {
	const { get, seen } = await serve(() => answer);
	await get('/public/a');
	await get('/public/a');
	expect(seen).toHaveLength(2);
});

test('HEAD gets the same head and no body, kept or not', async () => {
	const { get, seen } = await serve();
	const head = await get('/public/a', {}, 'HEAD');
	const whole = await get('/public/a');
	expect(seen).toHaveLength(1);
	expect([head.body.length, head.headers['content-length']]).toEqual([0, whole.headers['content-length']]);
	expect(head.headers.etag).toBe(whole.headers.etag);
});

test('two addresses of one server are two pages', async () => {
	const { get, seen } = await serve();
	await get('/public/a', { 'x-leitai-host': 'one' });
	await get('/public/a', { 'x-leitai-host': 'two' });
	expect(seen).toHaveLength(2);
});
