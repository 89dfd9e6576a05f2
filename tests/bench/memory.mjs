// Resident memory of the node process that nobody asks anything.
import { setTimeout as sleep } from 'node:timers/promises';
import { tell } from './figures.mjs';
import { memoryOf, startServer } from './server.mjs';

const SETTLE_SECONDS = 30;
const QUIET_SECONDS = 60;

/** A server of its own: after its start, and after another minute without traffic. */
export async function measureIdleMemory() {
	tell(`内存 memory：${SETTLE_SECONDS + QUIET_SECONDS} s`);
	const server = await startServer();
	try {
		await sleep(SETTLE_SECONDS * 1000);
		const settled = memoryOf(server.pid);
		await sleep(QUIET_SECONDS * 1000);
		return { settled, quiet: memoryOf(server.pid) };
	} finally {
		await server.stop();
	}
}

/** The same after load: what the server holds after a minute of rest. @param {import('./server.mjs').Server} server */
export async function measureRestingMemory(server) {
	const loaded = memoryOf(server.pid);
	await sleep(QUIET_SECONDS * 1000);
	return { loaded, rested: memoryOf(server.pid) };
}
