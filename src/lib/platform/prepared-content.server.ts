import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '#lib/shared/canonical.ts';
import { projectRoot } from './project-root.server.ts';

/**
 * Written beside the program by vite.server.config.ts, by the digest of the text: plain values of content files, and of
 * drafting material, whose values stay the texts that were typed.
 */
const FILES = { values: 'build/leitai/content.json', texts: 'build/leitai/material.json' };
export type Prepared = keyof typeof FILES;

const prepared: { [Kind in Prepared]?: Readonly<Record<string, unknown>> } = {};

/** The plain value of a YAML text that was parsed when the program was built; undefined = it has changed since, or was left out. */
export function readPrepared(text: string, kind: Prepared): unknown {
	return (prepared[kind] ??= load(FILES[kind]))[sha256(text)];
}

function load(name: string): Readonly<Record<string, unknown>> {
	const file = join(projectRoot(), name);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}
