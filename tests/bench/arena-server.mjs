// One side of the fan-out in a process of its own, `fork`ed by arena.mjs: `ours`, or bare node:http. Told an event by the
// parent it sends it to everybody who listens.
import { createServer } from 'node:http';

const [side, entry = ''] = process.argv.slice(2);

async function ours() {
	const { serveStreams } = await import(entry);
	return serveStreams(() => Math.round(performance.timeOrigin + performance.now()));
}

function bare() {
	/** @type {Set<import('node:http').ServerResponse>} */
	const all = new Set();
	let seq = 0;
	const server = createServer((request, response) => {
		response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
		response.write('retry: 1000\n\n');
		all.add(response);
		request.once('close', () => all.delete(response));
	});
	const append = (/** @type {string} */ body) => {
		const frame = `id: ${++seq}\ndata: ${body}\n\n`;
		for (const response of all) response.write(frame);
	};
	return { server, append };
}

const { server, append } = side === 'ours' ? await ours() : bare();
process.on('message', (/** @type {{ body?: string }} */ { body }) => {
	if (body !== undefined) append(body);
	else process.send?.({ memory: process.memoryUsage().rss });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
