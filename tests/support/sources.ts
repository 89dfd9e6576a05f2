import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './cluster.ts';

/** The texts of our source files, by path. */
export const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
	.filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
	.map((path) => ({ path, text: readFileSync(join(ROOT, 'src', path), 'utf8') }));
