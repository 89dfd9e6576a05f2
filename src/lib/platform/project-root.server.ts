import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** The checkout (or deployed folder): the nearest folder above this code, source or built, whose package.json is ours. */
export function projectRoot(): string {
	found ??= search(dirname(fileURLToPath(import.meta.url))) ?? search(process.cwd());
	if (found === undefined) throw new Error('找不到擂台的目录（package.json）');
	return found;
}

function search(folder: string): string | undefined {
	const file = join(folder, 'package.json');
	if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'leitai')
		return folder;
	return dirname(folder) === folder ? undefined : search(dirname(folder));
}
