import { defineConfig } from 'vitest/config';
import { mendDriver } from './vite.driver.ts';

// Without the SvelteKit plugin: what is tested here is plain TypeScript, and `#lib/…`, `#db/…`, `#content/…` are resolved
// from package.json. Components and routes are tested in the browser stories (tests/e2e).
export default defineConfig({
	// Types are only stripped; without this the transformer wants .svelte-kit/tsconfig.json, which a fresh checkout lacks.
	// @ts-expect-error Vite hands this option on to oxc but does not declare it.
	oxc: { tsconfig: false },
	plugins: [mendDriver()],
	test: {
		// What mends the driver in the built server mends it here.
		server: { deps: { inline: ['postgres'] } },
		maxWorkers: 2,
		projects: [
			{ extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
			{
				extends: true,
				test: {
					name: 'database',
					include: ['tests/db/**/*.test.ts'],
					globalSetup: ['tests/support/database-setup.ts'],
					testTimeout: 30_000,
					hookTimeout: 60_000
				}
			},
			{ extends: true, test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 60_000 } }
		]
	}
});
