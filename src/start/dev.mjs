import { createServer } from 'vite';
import { ROOT } from './places.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The development server, with the database migrated and filled before the first page is asked for. */
export async function develop() {
	const server = await createServer({
		root: ROOT,
		server: { host: process.env['HOST'] || '127.0.0.1', port: Number(process.env['PORT'] || 3000) }
	});
	/** @type {typeof import('../cli/shell/ready.ts')} */
	const { makeReady } = /** @type {any} */ (await server.ssrLoadModule('/src/cli/shell/ready.ts'));
	/** @type {typeof import('../lib/platform/shutdown.server.ts')} */
	const { announceDrained, announceStopping } = /** @type {any} */ (
		await server.ssrLoadModule('/src/lib/platform/shutdown.server.ts')
	);
	const { database } = await makeReady(process.env, (text) => console.error(text));
	// Vite would end the process before the database is given back.
	for (const signal of SIGNALS) {
		process.removeAllListeners(signal).once(signal, async () => {
			setTimeout(() => process.exit(0), 4000);
			announceStopping(signal);
			await Promise.race([server.close(), new Promise((resolve) => setTimeout(resolve, 1000))]);
			await announceDrained();
			await database.close();
			process.exit(0);
		});
	}
	await server.listen();
	server.printUrls();
}
