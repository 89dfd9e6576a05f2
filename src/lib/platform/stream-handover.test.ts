import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { compressAnswer } from './compress.server.ts';
import { handOver, watchForTicket } from './stream-handover.server.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.closeAllConnections();
});

/** A server that stands before an application as ours does. */
async function serve(application: RequestListener): Promise<string> {
	const server = createServer((request, response) => {
		compressAnswer(request, response);
		watchForTicket(response);
		application(request, response);
	});
	servers.push(server);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What Kit's adapter does with the answer of a route. */
const answer = (given: Response): RequestListener => {
	return (_, response) => {
		for (const [name, value] of given.headers) response.setHeader(name, value);
		response.writeHead(given.status);
		response.end();
	};
};

test('whoever has a ticket gets the connection itself, and nobody else learns of the ticket', async () => {
	const url = await serve((request, response) => {
		const given = handOver((raw) => {
			raw.writeHead(200, { 'content-type': 'text/event-stream' });
			raw.write('data: one\n\n');
			setTimeout(() => raw.end('data: two\n\n'), 20);
		});
		answer(given)(request, response);
	});
	const got = await fetch(url);
	expect([got.status, got.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
	expect([...got.headers.keys()].filter((name) => name.startsWith('x-'))).toEqual([]);
	expect(await got.text()).toBe('data: one\n\ndata: two\n\n');
});

test('a refusal goes out as it is', async () => {
	const url = await serve((_, response) => {
		response.setHeader('content-type', 'application/json');
		response.writeHead(404);
		response.end('{"message":"没有这场庭审"}');
	});
	const got = await fetch(url);
	expect([got.status, await got.json()]).toEqual([404, { message: '没有这场庭审' }]);
});

test('a ticket that nobody gave out opens nothing', async () => {
	handOver(() => {});
	const url = await serve(answer(new Response(null, { headers: { 'x-leitai-ticket': 'made-up' } })));
	await expect(fetch(url)).rejects.toThrow();
});
