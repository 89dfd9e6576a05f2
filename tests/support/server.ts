import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf, ROOT, type Address } from './cluster.ts';

export interface RunningServer {
	readonly url: string;
	/** What it has printed so far. */
	output(): string;
	/** Ends it without notice, as a power cut does. */
	kill(): Promise<void>;
	/** Starts it again on the same port, with the same database. */
	reopen(): Promise<void>;
	stop(): Promise<void>;
}

interface ServerOptions {
	readonly database: Address;
	/** Local time at which the server's clock starts, `2026-11-20T09:00`. */
	readonly clock: string;
	readonly readySeconds: number;
	/** What the server is told besides. */
	readonly environment?: Readonly<Record<string, string>>;
}

const STOP_SECONDS = 10;

/** Starts the built server as its users do (`node src/start.mjs`) on a free port, and waits until /readyz says yes. */
export async function startServer({
	database,
	clock,
	readySeconds,
	environment: told
}: ServerOptions): Promise<RunningServer> {
	const port = await freePort();
	const folder = mkdtempSync(join(tmpdir(), 'leitai-story-'));
	const environment = {
		...process.env,
		...environmentOf(database),
		HOST: '127.0.0.1',
		PORT: String(port),
		LEITAI_DATA: folder,
		LEITAI_DEMO: '1',
		LEITAI_CLOCK: clock,
		LOG_LEVEL: 'warn',
		...told
	};
	let printed = '';
	let child: ChildProcess;
	const url = `http://127.0.0.1:${port}`;
	const open = async () => {
		child = spawn(process.execPath, ['src/start.mjs'], {
			cwd: ROOT,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: environment
		});
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (printed += String(piece)));
		await untilReady(server, child, readySeconds);
	};
	const server: RunningServer = {
		url,
		output: () => printed,
		kill: () => end(child, 'SIGKILL'),
		reopen: open,
		async stop() {
			await end(child, 'SIGTERM');
			rmSync(folder, { recursive: true, force: true });
		}
	};
	try {
		await open();
	} catch (error) {
		await server.stop();
		throw error;
	}
	return server;
}

async function untilReady(server: RunningServer, child: ChildProcess, seconds: number): Promise<void> {
	const deadline = Date.now() + seconds * 1000;
	while (Date.now() < deadline) {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Error(`the server ended (${child.exitCode ?? child.signalCode}):\n${server.output()}`);
		}
		const answer = await fetch(`${server.url}/readyz`).catch(() => null);
		if (answer?.ok) return;
		await sleep(100);
	}
	throw new Error(`the server was not ready after ${seconds} s:\n${server.output()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = once(child, 'exit');
	child.kill(signal);
	const late = setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS * 1000);
	await gone;
	clearTimeout(late);
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}
