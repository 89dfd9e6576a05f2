import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFileLock } from '../lib/platform/file-lock.server.mjs';
import { npm, runChild } from './child.mjs';
import { hasBuild, inRoot, isProduction, ROOT, stateFolder } from './places.mjs';

/** What the build is made from. Content is loaded when the program starts, so it is not here. */
const FOLDERS = ['src', 'db', 'static'];
const FILES = [
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts',
	'vite.driver.ts',
	'vite.server.config.ts'
];
const NOT_BUILT = /\.test\.ts$|^src\/start(\.mjs|\/)/;
const STAMP = inRoot('build', '.leitai-stamp');

/** Builds if sources or configuration are not those of the last build. */
export async function ensureBuilt() {
	if (isBuilt()) return;
	if (isProduction() && hasBuild() && !existsSync(inRoot('node_modules', 'vite'))) {
		console.error('注意：build/ 与源代码不一致，仍按现有的 build/ 运行（生产环境不自动构建）');
		return;
	}
	await withFileLock(
		{ folder: stateFolder(), name: 'build', onWait: () => console.error('另一个进程正在构建，等它完成') },
		async () => {
			if (isBuilt()) return;
			const sources = listSources();
			// Taken before the build: what is changed meanwhile must be built again next time.
			const stamp = { digest: digestOf(sources), seen: seenOf(sources) };
			await runChild('构建', npm('run', 'build'));
			writeFileSync(STAMP, JSON.stringify(stamp));
		}
	);
}

function isBuilt() {
	if (!hasBuild()) return false;
	// A deployed folder without sources: there is nothing to compare with.
	if (!existsSync(inRoot('src', 'app.html'))) return true;
	const stamp = readStamp();
	if (stamp === null) return false;
	const sources = listSources();
	const seen = seenOf(sources);
	if (stamp.seen === seen) return true;
	const isSame = stamp.digest === digestOf(sources);
	if (isSame) rememberTimes({ ...stamp, seen });
	return isSame;
}

/** @returns {{ digest: string, seen: string } | null} */
function readStamp() {
	try {
		return JSON.parse(readFileSync(STAMP, 'utf8'));
	} catch {
		return null;
	}
}

/** @param {{ digest: string, seen: string }} stamp */
function rememberTimes(stamp) {
	try {
		writeFileSync(STAMP, JSON.stringify(stamp));
	} catch {
		// Somebody else's folder: it only takes a moment longer.
	}
}

function listSources() {
	const found = FOLDERS.filter((folder) => existsSync(inRoot(folder))).flatMap((folder) =>
		readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
	);
	return [...found.filter((file) => !NOT_BUILT.test(file)), ...FILES.filter((file) => existsSync(inRoot(file)))].sort();
}

/** Names, sizes and times: enough to see in a millisecond that nothing was touched. @param {string[]} files */
function seenOf(files) {
	const hash = createHash('sha256');
	for (const file of files) {
		const { size, mtimeMs } = statSync(inRoot(file));
		hash.update(`${file}\0${size}\0${mtimeMs}\n`);
	}
	return hash.digest('hex');
}

/** @param {string[]} files */
function digestOf(files) {
	const hash = createHash('sha256');
	for (const file of files)
		hash
			.update(`${file}\0`)
			.update(readFileSync(inRoot(file)))
			.update('\0');
	return hash.digest('hex');
}
