import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '#lib/shared/canonical.ts';
import { projectRoot } from './project-root.server.ts';

/** Written beside the program by vite.server.config.ts: plain values of content files by the digest of their text. */
const FILE = 'build/leitai/content.json';

let prepared: Readonly<Record<string, unknown>> | undefined;

/** The plain value of a YAML text that was parsed when the program was built; undefined = it has changed since, or was left out. */
export function readPrepared(text: string): unknown {
	prepared ??= load();
	return prepared[sha256(text)];
}

function load(): Readonly<Record<string, unknown>> {
	const file = join(projectRoot(), FILE);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}
