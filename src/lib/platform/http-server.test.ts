import { createServer, get, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { closeHttpServer, startHttpServer } from './http-server.server.ts';

const open: Server[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((server) => closeHttpServer(server, 100)));
});

async function serve(handler: RequestListener, port = 0) {
	const started = await startHttpServer({ host: '127.0.0.1', port, trustProxy: false, instance: 'one', handler });
	open.push(started.server);
	return { ...started, address: `http://127.0.0.1:${started.port}` };
}

function ask(address: string, headers: Record<string, string>) {
	return new Promise<{ headers: IncomingHttpHeaders; bytes: number }>((resolve, reject) => {
		get(address, { headers }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => (bytes += chunk.length));
			response.on('end', () => resolve({ headers: response.headers, bytes }));
		}).on('error', reject);
	});
}

test('healthz names app and instance', async () => {
	const { address } = await serve((_, response) => response.end());
	expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ app: 'leitai', instance: 'one' });
});

test('the handler sees origin and address as we derived them, never as a client pretends', async () => {
	const { address, port } = await serve((request, response) => {
		const { 'x-leitai-protocol': protocol, 'x-leitai-host': host, 'x-leitai-address': from } = request.headers;
		response.end(JSON.stringify({ protocol, host, from }));
	});
	const headers = { 'x-leitai-address': '6.6.6.6', 'x-leitai-protocol': 'https', 'x-forwarded-for': '6.6.6.6' };
	const seen: unknown = await (await fetch(address, { headers })).json();
	expect(seen).toEqual({ protocol: 'http', host: `127.0.0.1:${port}`, from: '127.0.0.1' });
});

test.each([
	['text/html', 'br', 'br'],
	['application/json', 'gzip', 'gzip'],
	['text/html', 'identity', undefined],
	['text/event-stream', 'br', undefined],
	['image/png', 'br', undefined]
])('%s for a browser that accepts %s is sent as %s', async (type, accepts, sent) => {
	const { address } = await serve((_, response) => {
		response.setHeader('content-type', type);
		response.end('擂台'.repeat(2000));
	});
	const answer = await ask(address, { 'accept-encoding': accepts });
	expect(answer.headers['content-encoding']).toBe(sent);
	expect(answer.bytes).toBeGreaterThan(sent === undefined ? 11_999 : 0);
	if (sent !== undefined) expect(answer.bytes).toBeLessThan(1000);
});

test('what is compressed already stays as it is', async () => {
	const { address } = await serve((_, response) => {
		response.setHeader('content-type', 'text/css');
		response.setHeader('content-encoding', 'br');
		response.end(Buffer.alloc(5000));
	});
	expect((await ask(address, { 'accept-encoding': 'gzip, br' })).bytes).toBe(5000);
});

test('a port that another program has leads to the next one', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => other.once('listening', resolve));
	const taken = (other.address() as AddressInfo).port;
	expect((await serve((_, response) => response.end(), taken)).port).toBeGreaterThan(taken);
	other.close();
});

test('closing finishes open requests and cuts only what takes too long', async () => {
	const { server, address } = await serve((request, response) => {
		response.write('begin ');
		setTimeout(() => response.end('end'), request.url === '/slow' ? 200 : 60_000).unref();
	});
	const slow = fetch(`${address}/slow`).then((response) => response.text());
	const endless = fetch(`${address}/endless`).then((response) => response.text());
	endless.catch(() => {});
	await sleep(50);
	const began = performance.now();
	await closeHttpServer(server, 600);
	expect(await slow).toBe('begin end');
	await expect(endless).rejects.toThrow();
	expect(performance.now() - began).toBeLessThan(2000);
});
