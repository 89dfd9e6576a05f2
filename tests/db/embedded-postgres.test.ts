import { connect } from '#db/connect.ts';
import { openCluster, type Cluster } from '#lib/platform/embedded-postgres/cluster.server.ts';
import { findPostmaster, readPidFile } from '#lib/platform/embedded-postgres/postmaster.server.ts';
import { processIdentity } from '#lib/platform/process-identity.server.mjs';
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

// One cluster, its life in order: the tests build on each other.
let folder: string;
let data: string;
const said: string[] = [];
const open = (more: { watch?: boolean; loopback?: boolean } = {}) =>
	openCluster({ folder, log: (text) => said.push(text), watch: false, ...more });

async function ask<T>(cluster: Cluster, work: (sql: ReturnType<typeof connect>['sql']) => Promise<T>): Promise<T> {
	const database = connect(cluster.target, 1);
	return work(database.sql).finally(() => database.close());
}

function killServer(): number {
	const { pid } = findPostmaster(data)!;
	process.kill(pid, 'SIGKILL');
	return pid;
}

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'leitai-cluster-'));
});

afterAll(async () => {
	if (data && findPostmaster(data)) await (await open()).release();
	rmSync(folder, { recursive: true, force: true });
});

test('the first client makes the server, the last one stops it', async () => {
	const first = await open();
	data = first.folder;
	const second = await open();
	const pid = findPostmaster(data)!.pid;
	const [row] = await ask(first, (sql) => sql`select getdatabaseencoding() as encoding, current_database() as name`);
	expect(row).toEqual({ encoding: 'UTF8', name: 'leitai' });
	await first.release();
	expect(findPostmaster(data)?.pid).toBe(pid);
	await second.release();
	expect(findPostmaster(data)).toBeNull();
}, 30_000);

test('nobody else can read the record, the socket or the data', async () => {
	const cluster = await open();
	const mode = (path: string) => statSync(path).mode & 0o777;
	expect(mode(join(folder, 'cluster.json'))).toBe(0o600);
	expect(mode(data)).toBe(0o700);
	expect(mode(join(cluster.target.path!, '..'))).toBe(0o700);
	await cluster.release();
});

test('acknowledged rows survive kill -9 of the server', async () => {
	const cluster = await open();
	await ask(cluster, (sql) => sql`create table kept as select n from generate_series(1, 100) n`);
	killServer();
	const again = await open();
	const [row] = await ask(again, (sql) => sql`select count(*)::int as rows from kept`);
	expect(row).toEqual({ rows: 100 });
	await cluster.release();
	await again.release();
	expect(findPostmaster(data)).toBeNull();
}, 40_000);

test('a client that watches brings a killed server back', async () => {
	const cluster = await open({ watch: true });
	const pid = killServer();
	await expect.poll(() => findPostmaster(data)?.pid ?? pid, { timeout: 20_000 }).not.toBe(pid);
	const count = () => ask(cluster, (sql) => sql`select count(*)::int as rows from kept`).catch(() => []);
	await expect.poll(count, { timeout: 20_000 }).toEqual([{ rows: 100 }]);
	await cluster.release();
}, 40_000);

test('a pid file that names another program is stale', async () => {
	const other = spawn('sleep', ['60']);
	const lines = [other.pid, data, 0, 5432, '/nowhere', '', '', 'ready'];
	writeFileSync(join(data, 'postmaster.pid'), lines.join('\n'));
	expect(readPidFile(data)?.pid).toBe(other.pid);
	expect(findPostmaster(data)).toBeNull();
	const cluster = await open();
	expect(findPostmaster(data)?.pid).not.toBe(other.pid);
	expect(processIdentity(other.pid!)).not.toBeNull();
	other.kill();
	await cluster.release();
}, 20_000);

test('a client that was killed does not keep the server alive', async () => {
	const cluster = await open();
	writeFileSync(join(folder, 'clients', `${process.pid}.1.dead`), '');
	writeFileSync(join(folder, 'clients', '4194304.1.dead'), '');
	await cluster.release();
	expect(findPostmaster(data)).toBeNull();
});

test('many at once share one server', async () => {
	const clusters = await Promise.all([open(), open(), open(), open()]);
	const started = readFileSync(join(data, '..', 'server.log'), 'utf8').match(/starting PostgreSQL/g)!.length;
	await Promise.all(clusters.slice(1).map((cluster) => cluster.release()));
	expect(readFileSync(join(data, '..', 'server.log'), 'utf8').match(/starting PostgreSQL/g)).toHaveLength(started);
	expect(findPostmaster(data)).not.toBeNull();
	await clusters[0].release();
	expect(findPostmaster(data)).toBeNull();
});

test('loopback asks for the password', async () => {
	const cluster = await open({ loopback: true });
	const { host, port, password } = cluster.target;
	expect(host).toBe('127.0.0.1');
	expect(password).toMatch(/^.{32}$/);
	await ask(cluster, (sql) => sql`select 1`);
	const stranger = connect({ ...cluster.target, password: 'wrong' }, 1);
	await expect(stranger.sql`select 1`).rejects.toMatchObject({ code: '28P01' });
	await stranger.close();
	expect(port).toBeGreaterThan(1023);
	await cluster.release();
}, 20_000);

test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('another local user cannot connect', async () => {
	const cluster = await open();
	const attempt = `require('net').connect(${JSON.stringify(cluster.target.path)}).on('error', (e) => { console.log(e.code); process.exit() }).on('connect', () => { console.log('in'); process.exit() })`;
	const { stdout } = await promisify(execFile)(process.execPath, ['-e', attempt], { uid: 65534, gid: 65534, cwd: '/' });
	expect(stdout.trim()).toBe('EACCES');
	await cluster.release();
	await sleep(0);
});
