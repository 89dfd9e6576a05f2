import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SOURCE = resolve(import.meta.dirname, 'src');
/** The place of every component in the list of all: the same for browser and server, and shorter than any digest. */
const places = new Map(
	readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.svelte'))
		.sort()
		.map((file, place) => [join(SOURCE, file), place.toString(36)])
);

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	// The name of a scope stands on every styled element of a page, in its script and in its style sheet.
	compilerOptions: {
		cssHash: ({ css, filename, hash }) => `s-${places.get(resolve(import.meta.dirname, filename)) ?? hash(css)}`
	},
	kit: {
		adapter: adapter({ precompress: true }),
		experimental: { explicitEnvironmentVariables: true },
		// `mode: 'auto'` gives every server-rendered page its own nonce; styles set by attribute are few and ours.
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:'],
				'connect-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		// The first script would list every page there is (decision 0029).
		router: { resolution: 'server' },
		// Intranets lose the network often; a failed poll of the version file must not disturb anybody.
		version: { pollInterval: 0 }
	}
};
