// The built server as its users start it, on the bench's own demo bureau, and what its processes have used.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';

export const ROOT = resolve(import.meta.dirname, '../..');
/** Made once and kept: the demo bureau takes a minute. */
export const DATA = join(ROOT, '.data/bench');
const READY_SECONDS = 300;
const STOP_SECONDS = 10;
const TICKS_PER_SECOND = 100;

/** What the developer's shell says about his own server must not reach the measured one. */
export const clean = Object.fromEntries(
	Object.entries(process.env).filter(
		([name]) => !/^(DATABASE_|PG|LEITAI_|LOG_LEVEL$|TRUST_PROXY$|HOST$|PORT$)/.test(name)
	)
);

/**
 * @typedef {{ url: string, port: number, pid: number, stop(): Promise<void> }} Server
 * @param {{ flags?: readonly string[], data?: string }} options `flags` of node, for profiles · `data`: another folder than the demo's
 * @returns {Promise<Server>}
 */
export async function startServer({ flags = [], data = DATA } = {}) {
	mkdirSync(data, { recursive: true });
	const child = spawn(process.execPath, [...flags, 'src/start.mjs'], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...clean, HOST: '127.0.0.1', PORT: '0', LEITAI_DATA: data, LEITAI_BENCH: '1', LOG_LEVEL: 'warn' }
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (printed += String(piece)));
	const stop = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, 'exit');
		child.kill('SIGTERM');
		const late = setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS * 1000);
		await gone;
		clearTimeout(late);
	};
	const deadline = Date.now() + READY_SECONDS * 1000;
	while (Date.now() < deadline) {
		if (child.exitCode !== null) throw new Error(`the server ended (${child.exitCode}):\n${printed}`);
		const { address, port, pid } = readJson(join(data, 'instance.json')) ?? {};
		const pid0 = /** @type {number} */ (child.pid);
		if (pid === pid0 && (await fetch(`${address}/readyz`).catch(() => null))?.ok)
			return { url: address, port, pid, stop };
		if (printed.includes('已经在运行')) throw new Error(`a server already runs on ${data}:\n${printed}`);
		await sleep(200);
	}
	await stop();
	throw new Error(`the server was not ready after ${READY_SECONDS} s:\n${printed}`);
}

/** @returns {any} */
function readJson(/** @type {string} */ file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
}

const SOCKET_PORT = 5432;

/**
 * How to reach the embedded server that the measured application uses (the format of `record.server.ts`).
 * @param {string} database
 */
export function targetOf(database) {
	const { socket, port, password } = readJson(join(DATA, 'pg/cluster.json'));
	const place = socket ? { path: join(socket, `.s.PGSQL.${SOCKET_PORT}`) } : { host: '127.0.0.1', port, password };
	return { ...place, username: 'leitai', database };
}

/** @param {string} database @param {number} max */
export function connectTo(database, max = 1) {
	return postgres({ ...targetOf(database), max, onnotice: () => {}, connection: { TimeZone: 'UTC' } });
}

/** Log of the database server: path and present length. */
export function databaseLog() {
	const path = join(readJson(join(DATA, 'pg/cluster.json')).home, 'server.log');
	return { path, size: statSync(path).size };
}

function postmaster() {
	const { home } = readJson(join(DATA, 'pg/cluster.json'));
	return Number(readFileSync(join(home, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
}

/** CPU seconds of a process so far; `children` adds those that have ended. @param {number} pid */
function cpuOf(pid, children = false) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const fields = stat
			.slice(stat.lastIndexOf(')') + 2)
			.split(' ')
			.map(Number);
		const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
		return (user + system + (children ? endedUser + endedSystem : 0)) / TICKS_PER_SECOND;
	} catch {
		return 0;
	}
}

/** CPU seconds used so far by one node process and by all of PostgreSQL. @param {number} pid */
export function cpu(pid) {
	const main = postmaster();
	const children = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && parentOf(entry) === main);
	const database = children.reduce((sum, child) => sum + cpuOf(Number(child)), cpuOf(main, true));
	return { node: cpuOf(pid), database };
}

/** @param {string} pid */
function parentOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
	} catch {
		return 0;
	}
}

/** Resident memory of a process in MB. @param {number} pid */
export function memoryOf(pid) {
	const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return Number(kilobytes) / 1024;
}

/** Write-ahead log so far: bytes, and full-page images among its records. @param {postgres.Sql} sql */
export async function wal(sql) {
	// Statistics of idle backends arrive with up to a second's delay.
	await sleep(1100);
	const [row] = await sql`select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as bytes, wal_fpi::int as images,
		wal_records::int as records, (pg_control_checkpoint()).redo_lsn::text as checkpoint from pg_stat_wal`;
	return /** @type {{ bytes: number, images: number, records: number, checkpoint: string }} */ (row);
}
