import { mkdirSync, realpathSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { withFileLock } from '../file-lock.server.mjs';
import { addClient, countClients, removeClient } from './clients.server.ts';
import { writeConfiguration, type Settings } from './configuration.server.ts';
import { targetOf, waitUntilReady, type EmbeddedTarget } from './connection.server.ts';
import { prepareHome, socketFolder, type Home } from './home.server.ts';
import { findPostmaster, readPidFile, removeStaleServer, type Postmaster } from './postmaster.server.ts';
import { initialise, logTail, setPassword, startServer, stopServer } from './programs.server.ts';
import { newPassword, readRecord, writeRecord } from './record.server.ts';

export interface ClusterOptions {
	/** Our own files; the server's lie in `server` below it, or under /var/lib/leitai. */
	readonly folder: string;
	readonly log: (text: string) => void;
	/** Lines for `postgresql.conf` on top of the defaults; count only for whoever starts the server. */
	readonly settings?: Settings;
	/** True = loopback and password even where a socket would do. */
	readonly loopback?: boolean;
	/** False = do not start the server again if it dies while we use it. */
	readonly watch?: boolean;
}

export interface Cluster {
	/** What `connect` of `db/connect.ts` takes. */
	readonly target: EmbeddedTarget;
	/** Where the data lies. */
	readonly folder: string;
	/** We do not need the server any more; the last client stops it. */
	release(): Promise<void>;
}

const START_SECONDS = 30;
const STOP_SECONDS = 4;
const WATCH_MILLISECONDS = 2000;
/** Reasons in the log that go away by themselves: children of a killed server, a port somebody was faster to take. */
const PASSING = /shared memory block|lock file .* already exists|could not bind|could not create any/;
/** Part of the socket's file name only. */
const SOCKET_PORT = 5432;

/** Finds the server of `folder`, or starts it (and makes it first if there is none), and registers us as its client. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
	mkdirSync(options.folder, { recursive: true });
	const folder = realpathSync(options.folder);
	const lock = { folder, name: 'lock', waitSeconds: 180 };
	const { home, target, client } = await withFileLock(lock, async () => {
		const home = prepareHome(folder, options.log);
		const target = await ensureServer(home, folder, options);
		return { home, target, client: addClient(folder) };
	});
	const guard = setInterval(() => void revive(), WATCH_MILLISECONDS);
	guard.unref();
	if (options.watch === false) clearInterval(guard);
	let reviving = false;
	let released = false;
	/** Whoever still uses the server brings it back if it was killed: pools connect again by themselves. */
	async function revive() {
		if (reviving || released || findPostmaster(home.data)) return;
		reviving = true;
		await withFileLock(lock, async () => void (released || (await ensureServer(home, folder, options))))
			.catch((error: unknown) => options.log(`数据库停了，重启失败：${String(error)}`))
			.finally(() => (reviving = false));
	}
	async function release() {
		if (released) return;
		released = true;
		clearInterval(guard);
		await withFileLock(lock, async () => {
			removeClient(folder, client);
			if (countClients(folder) === 0 && findPostmaster(home.data)) await stopServer(home, STOP_SECONDS);
		});
	}
	return { target, folder: home.data, release };
}

/** Call only under the lock. Never two servers on one folder: one that lives is used, one that is leaving is waited for. */
async function ensureServer(home: Home, folder: string, options: ClusterOptions): Promise<EmbeddedTarget> {
	const password = readRecord(folder)?.password ?? newPassword();
	for (let living = findPostmaster(home.data); living; living = findPostmaster(home.data)) {
		const target = targetOf(living, password);
		const isAlive = () => readPidFile(home.data)?.status !== 'stopping' && findPostmaster(home.data) !== null;
		if (await waitUntilReady(target, isAlive)) return target;
		await sleep(50);
	}
	await initialise(home, options.settings ?? {});
	if (readPidFile(home.data)) await removeStaleServer(home.data, options.log);
	return launch(home, folder, { ...options, password });
}

async function launch(
	home: Home,
	folder: string,
	options: ClusterOptions & { password: string }
): Promise<EmbeddedTarget> {
	const deadline = Date.now() + START_SECONDS * 1000;
	const socket = options.loopback ? null : socketFolder(home);
	if (socket === null) await setPassword(home, options.password);
	for (;;) {
		const port = socket === null ? await freePort(readRecord(folder)?.port) : SOCKET_PORT;
		writeConfiguration(home, socket, port, options.settings ?? {});
		writeRecord(folder, { folder, home: home.path, socket, port, password: options.password });
		const place: Pick<Postmaster, 'socketFolder' | 'port' | 'listen'> = {
			socketFolder: socket ?? '',
			port,
			listen: '127.0.0.1'
		};
		const target = targetOf(place, options.password);
		const { code, output } = await startServer(home, START_SECONDS);
		if (findPostmaster(home.data) && (await waitUntilReady(target, () => findPostmaster(home.data) !== null)))
			return target;
		const isPassing = PASSING.test(logTail(home, 20)) && Date.now() < deadline;
		if (!isPassing) throw new Error(`内置 PostgreSQL 启动失败（${code}）：\n${output}\n${logTail(home)}`);
		await sleep(500);
	}
}

/** The port used last time if nobody else has taken it (open pools connect again to it), else any free one. */
async function freePort(preferred = 0): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.on('error', () => (preferred === 0 ? reject(new Error('没有可用的端口')) : resolve(freePort())));
		probe.listen(preferred, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}
