// The bare limit of a public page, in a process of its own: node:http and the bytes of the page, nothing else.
// `fork`ed by public.mjs, which sends head and body; says its port to the parent.
import { createServer } from 'node:http';

process.once('message', (/** @type {{ head: string[], body: string }} */ { head, body }) => {
	const bytes = Buffer.from(body, 'base64');
	const server = createServer((request, response) => {
		if (request.headers['if-none-match']) response.writeHead(304, head.slice(0, 4)).end();
		else response.writeHead(200, head).end(bytes);
	});
	server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
});
process.on('disconnect', () => process.exit(0));
