// Decisions in process, beside copying the same files through JSON; needs no server and no database.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { DATA, ROOT } from './server.mjs';

/** Bundles the measuring program as the server is bundled: Node 20 cannot run TypeScript. */
export async function measureDiscretion() {
	const outDir = join(DATA, 'discretion');
	await build({
		root: ROOT,
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		ssr: { noExternal: true },
		build: {
			...{ ssr: join(ROOT, 'tests/bench/discretion/measure.ts'), target: 'node20', outDir, emptyOutDir: true },
			rolldownOptions: { output: { entryFileNames: 'measure.js' } }
		}
	});
	const { measure } = await import(pathToFileURL(join(outDir, 'measure.js')).href);
	return /** @type {ReturnType<typeof import('./discretion/measure.ts').measure>} */ (measure(ROOT));
}
