import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout or deployed folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {string[]} names */
export const inRoot = (...names) => join(ROOT, ...names);

/** Where locks and the note about the running instance lie; the built program works out the same (`stateFolder`). */
export function stateFolder() {
	const wished = process.env['LEITAI_DATA'];
	return wished ? resolve(wished) : inRoot('.data');
}

/** Whether a build is there, fresh or not. */
export const hasBuild = () =>
	existsSync(inRoot('build', 'handler.js')) && existsSync(inRoot('build', 'leitai', 'cli.js'));

export const isProduction = () => process.env['NODE_ENV'] === 'production';
