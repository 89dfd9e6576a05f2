// Checking documents, in this process: no server, no database, rules read once.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { quantile, tell } from './figures.mjs';
import { DATA } from './server.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
/** Kinds in the file that is measured: a thick one. */
const DOCUMENTS = 20;

/** @param {{ rounds: number }} how */
export async function measureDrafting({ rounds }) {
	tell('查文书 checking documents');
	const folder = join(DATA, 'drafting');
	// Node 20 cannot run TypeScript.
	await build({
		...{ root: ROOT, configFile: false, logLevel: 'warn', publicDir: false, ssr: { noExternal: true } },
		build: { ssr: join(import.meta.dirname, 'drafting-entry.ts'), target: 'node20', outDir: folder, emptyOutDir: true }
	});
	/** @type {typeof import('./drafting-entry.ts')} */
	const { prepare } = await import(pathToFileURL(join(folder, 'drafting-entry.js')).href);
	const began = performance.now();
	const { kinds, checkOne, checkMany } = prepare(ROOT, DOCUMENTS);
	const read = performance.now() - began;
	const each = kinds.map((kind) => ({ kind, ...measure(rounds, () => checkOne(kind)) }));
	const all = each.flatMap(({ times }) => times).sort((left, right) => left - right);
	const slowest = each.reduce((one, other) => (other.p50 > one.p50 ? other : one));
	return {
		...{ kinds: kinds.length, documents: DOCUMENTS, read },
		document: { p50: quantile(all, 0.5), p95: quantile(all, 0.95) },
		slowest: { kind: slowest.kind, p50: slowest.p50, p95: slowest.p95 },
		file: withoutTimes(measure(rounds, checkMany))
	};
}

/** @param {number} rounds @param {() => void} run */
function measure(rounds, run) {
	for (let warm = 0; warm < rounds / 10; warm++) run();
	const times = Array.from({ length: rounds }, () => {
		const began = performance.now();
		run();
		return performance.now() - began;
	}).sort((left, right) => left - right);
	return { times, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** @param {ReturnType<typeof measure>} one */
const withoutTimes = ({ p50, p95 }) => ({ p50, p95 });
