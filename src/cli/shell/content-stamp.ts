import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Says which files under `content/` were read by which program: when both are what they were, loading would change nothing.
 * @param program `import.meta.url` of the caller
 * @returns null where the program runs from its sources: the name of a built chunk says what is in it, that of a source does not
 */
export function stampContent(root: string, program: string): string | null {
	const own = fileURLToPath(program);
	if (own.endsWith('.ts')) return null;
	const hash = createHash('sha256').update(`${own.split(sep).at(-1)}\n`);
	const folder = join(root, 'content');
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
		const bytes = readFileSync(path);
		hash.update(`${path.slice(folder.length)} ${bytes.length}\n`).update(bytes);
	}
	return hash.digest('hex');
}
