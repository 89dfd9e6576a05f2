import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { closeHttpServer, makeListener } from '../http-server.server.ts';
import { mayScrape } from './may-scrape.server.ts';
import { onMeasure } from './measure-bus.server.ts';
import { openMeter } from './meter.server.ts';
import { noteRoute } from './route-note.server.ts';

const open: Server[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((server) => closeHttpServer(server, 100)))));

/** A server whose application notes its route as the hooks do. @param token null = figures are off */
async function serve(token: string | null): Promise<string> {
	const meter = token === null ? null : openMeter({ token, isStream: (url) => url.startsWith('/stream') });
	const listener = makeListener({
		...{ trustProxy: false, instance: 'one', meter },
		handler: (request, response) => {
			noteRoute(request, request.url!.startsWith('/case/') ? '/case/[slug]' : null);
			response.statusCode = request.url === '/metrics' ? 404 : 200;
			response.end('x');
		}
	});
	const server = createServer(listener);
	open.push(server);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const scrape = async (address: string, headers: Record<string, string> = {}) => {
	const answer = await fetch(`${address}/metrics`, { headers });
	return { status: answer.status, text: await answer.text() };
};

describe('figures', () => {
	test('requests are told by route and not by address; streams are not', async () => {
		const address = await serve('');
		for (const path of ['/case/one', '/case/two', '/nothing', '/healthz', '/stream'])
			await (await fetch(address + path)).text();
		const { status, text } = await scrape(address);
		expect(status).toBe(200);
		const counted = [...text.matchAll(/_seconds_count\{(route=.*)\} (\d+)/g)].map(([, labels, n]) => `${labels} ${n}`);
		expect(counted.sort()).toEqual([
			'route="/case/[slug]",method="GET",status="2xx" 2',
			'route="health",method="GET",status="2xx" 1',
			'route="none",method="GET",status="2xx" 1'
		]);
		expect(text).toContain('nodejs_eventloop_lag_seconds');
		expect(text).not.toContain('/case/one');
	});

	test('what the application tells is in them; a source that fails is counted and takes nothing with it', async () => {
		const about = { name: 'test_connections', help: 'x' };
		onMeasure(() =>
			Promise.resolve([
				...['idle', 'active'].map((state, at) => ({ ...about, labels: { state }, value: at + 1 })),
				{ name: 'test_unknown', help: 'x', value: null }
			])
		);
		onMeasure(() => Promise.reject(new Error('gone')));
		const { text } = await scrape(await serve(''));
		expect(text).toContain('test_connections{state="idle"} 1\ntest_connections{state="active"} 2');
		expect(text).not.toMatch(/^test_unknown /m);
		expect(text).toContain('leitai_figures_failed 1');
	});

	test('are not there when they are off', async () => {
		expect((await scrape(await serve(null))).status).toBe(404);
	});
});

describe('who may read them', () => {
	const TOKEN = 'a-token-of-sixteen-characters';
	const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
		({ headers, socket: { remoteAddress } }) as unknown as Pick<IncomingMessage, 'headers' | 'socket'>;
	test.each([
		['this machine', from('127.0.0.1'), '', true],
		['this machine by its other address', from('::1'), '', true],
		['this machine, IPv4 in IPv6', from('::ffff:127.0.0.1'), '', true],
		['another machine', from('10.1.0.9'), '', false],
		['another machine whose address looks alike', from('10.127.0.1'), '', false],
		['a proxy on this machine', from('127.0.0.1', { 'x-forwarded-for': '10.1.0.9' }), '', false],
		['a proxy that says so otherwise', from('127.0.0.1', { via: '1.1 proxy' }), '', false],
		['another machine with the token', from('10.1.0.9', { authorization: `Bearer ${TOKEN}` }), TOKEN, true],
		['this machine without the token that is asked for', from('127.0.0.1'), TOKEN, false],
		['a wrong token', from('10.1.0.9', { authorization: `Bearer ${TOKEN}x` }), TOKEN, false],
		['an empty bearer where no token is set', from('10.1.0.9', { authorization: 'Bearer ' }), '', false]
	])('%s', (_, request, token, expected) => {
		expect(mayScrape(request, token)).toBe(expected);
	});

	test('whoever may not gets what any missing page gives', async () => {
		const address = await serve(TOKEN);
		expect((await scrape(address)).status).toBe(404);
		expect((await scrape(address, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
	});
});
