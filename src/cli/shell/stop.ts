import { closeHttpServer } from '#lib/platform/http-server.server.ts';
import { announceDrained, announceStopping } from '#lib/platform/shutdown.server.ts';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Open requests get this long … */
const REQUESTS_MILLISECONDS = 2500;
/** … closing pools this long … */
const POOLS_MILLISECONDS = 1600;
/** … and then the process ends, whatever still hangs. */
const LAST_MILLISECONDS = 4700;

/** Waits for Ctrl-C or SIGTERM; the second one ends the process at once. */
export function stopSignal(): Promise<NodeJS.Signals> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.once(signal, () => {
				process.once(signal, () => process.exit(130));
				resolve(signal);
			});
		}
	});
}

/** Ends in this order: no new requests, event streams, open requests, pools, database server. Never returns. */
export async function shutDown(signal: string, server: Server | null, release: () => Promise<void>): Promise<never> {
	setTimeout(() => process.exit(0), LAST_MILLISECONDS);
	const closed = server === null ? Promise.resolve() : closeHttpServer(server, REQUESTS_MILLISECONDS);
	announceStopping(signal);
	await closed;
	await Promise.race([announceDrained(), sleep(POOLS_MILLISECONDS)]);
	await release().catch(() => {});
	process.exit(0);
}
