// Plain JavaScript with `node:` imports only: the starter uses it right after an installation.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Makes the library links that the package's own install script would make (scripts are often disabled); without them
 * the server cannot load. Links that exist are left alone.
 * @param {string} native the folder `native` of the platform package
 */
export function makeLibraryLinks(native) {
	const list = join(native, 'pg-symlinks.json');
	if (!existsSync(list)) return;
	/** @type {{ source: string, target: string }[]} */
	const links = JSON.parse(readFileSync(list, 'utf8'));
	for (const { source, target } of links) {
		const link = join(dirname(native), target);
		try {
			symlinkSync(relative(dirname(target), source), link);
		} catch (error) {
			if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
		}
	}
}
