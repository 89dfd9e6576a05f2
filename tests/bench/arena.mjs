// A hearing that many watch: fan-out beside bare node:http, and how long a log takes to be replayed. No database.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { quantile, tell } from './figures.mjs';
import { DATA } from './server.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const SPECTATORS = Number(process.env['ARENA_SPECTATORS'] ?? 2000);
const AT_ONCE = 200;
const LOG = 2000;
const DEADLINE_MS = 20_000;

/** @typedef {{ p50: number, p99: number, memory: number, kilobytes: number }} FanOut */

/** @param {{ rounds: number }} how events that are sent */
export async function measureArena({ rounds }) {
	tell(`庭审 a hearing with ${SPECTATORS} spectators`);
	const folder = join(DATA, 'arena');
	await build({
		...{ root: ROOT, configFile: false, logLevel: 'warn', publicDir: false, ssr: { noExternal: true } },
		build: { ssr: join(import.meta.dirname, 'arena-entry.ts'), target: 'node20', outDir: folder, emptyOutDir: true }
	});
	const entry = pathToFileURL(join(folder, 'arena-entry.js')).href;
	/** @type {typeof import('./arena-entry.ts')} */
	const { longLog, timeReplay } = await import(entry);
	const bodies = longLog(LOG);
	for (let warm = 0; warm < 5; warm++) timeReplay(bodies);
	const replays = Array.from({ length: 20 }, () => timeReplay(bodies)).sort((left, right) => left - right);
	const spoken = bodies.at(-3) ?? '';
	const bare = await measureSide('bare', entry, spoken, rounds);
	const ours = await measureSide('ours', entry, spoken, rounds);
	return {
		...{ spectators: SPECTATORS, events: LOG, bytes: Buffer.byteLength(spoken), bare, ours },
		replay: { p50: quantile(replays, 0.5), p95: quantile(replays, 0.95) },
		ratio: { p50: ours.p50 / bare.p50, p99: ours.p99 / bare.p99 }
	};
}

/** @param {string} side @param {string} entry @param {string} body @param {number} rounds @returns {Promise<FanOut>} */
async function measureSide(side, entry, body, rounds) {
	const child = fork(join(import.meta.dirname, 'arena-server.mjs'), [side, entry]);
	const [{ port }] = await once(child, 'message');
	const idle = await memoryOf(child);
	const listeners = await listenMany(port);
	await sleep(1000);
	const held = await memoryOf(child);
	/** @type {number[]} */
	const times = [];
	for (let round = 0; round < rounds + 1; round++) {
		const began = performance.now();
		const heard = listeners.map((listener) => listener.next(began));
		child.send({ body: body.replace('轮', `轮 ${round} `) });
		const each = await Promise.race([Promise.all(heard), sleep(DEADLINE_MS)]);
		if (!each) throw new Error(`${side}: not everybody heard event ${round}`);
		// The first one warms up.
		if (round > 0) times.push(...each);
		await sleep(300);
	}
	for (const { socket } of listeners) socket.destroy();
	const gone = once(child, 'exit');
	child.disconnect();
	await gone;
	times.sort((left, right) => left - right);
	const kilobytes = (held - idle) / 1024 / listeners.length;
	return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), memory: held / 1024 / 1024, kilobytes };
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} resident bytes */
async function memoryOf(child) {
	child.send({});
	const [{ memory }] = await once(child, 'message');
	return memory;
}

/** @param {number} port */
async function listenMany(port) {
	/** @type {Awaited<ReturnType<typeof listenOnce>>[]} */
	const all = [];
	while (all.length < SPECTATORS) {
		const count = Math.min(AT_ONCE, SPECTATORS - all.length);
		all.push(...(await Promise.all(Array.from({ length: count }, () => listenOnce(port)))));
	}
	return all;
}

/** A spectator as cheap as can be: a socket that looks for the end of an event. @param {number} port */
async function listenOnce(port) {
	const socket = connect(port, '127.0.0.1');
	socket.setNoDelay(true);
	await once(socket, 'connect');
	socket.write('GET /arena/x/events HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\n\r\n');
	await once(socket, 'data');
	/** @type {((at: number) => void) | null} */
	let waiting = null;
	socket.on('data', (piece) => {
		if (!piece.includes('data: {')) return;
		waiting?.(performance.now());
		waiting = null;
	});
	const next = (/** @type {number} */ began) =>
		new Promise((/** @type {(took: number) => void} */ done) => {
			waiting = (at) => done(at - began);
		});
	return { socket, next };
}
