// Plain JavaScript with `node:` imports only: the starter uses it before anything is installed.
import { accessSync, constants, linkSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './process-identity.server.mjs';

/**
 * Runs `work` while no other process on this machine holds the lock `folder`/`name`; a holder that was killed does not block.
 *
 * The lock is the file `name.N` with the highest N. Taking it means creating N + 1 (a hard link: atomic, with its content);
 * giving it back means overwriting the content. The highest file is never deleted, so numbers only grow and nobody can
 * mistake a new lock for the old one it saw before.
 * @template T
 * @param {{ folder: string, name: string, waitSeconds?: number, onWait?: () => void }} where
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFileLock({ folder, name, waitSeconds = 600, onWait }, work) {
	requireWritable(folder);
	const deadline = Date.now() + waitSeconds * 1000;
	let mine = tryToTake(folder, name);
	if (mine === null) onWait?.();
	while (mine === null) {
		if (Date.now() > deadline) throw new Error(`等了 ${waitSeconds} 秒，锁 ${join(folder, name)} 仍被另一个进程占用`);
		await sleep(50);
		mine = tryToTake(folder, name);
	}
	try {
		return await work();
	} finally {
		writeFileSync(join(folder, `${name}.${mine}`), 'free');
	}
}

/** @param {string} folder */
function requireWritable(folder) {
	try {
		mkdirSync(folder, { recursive: true });
		accessSync(folder, constants.W_OK);
	} catch (error) {
		throw new Error(`不能写入 ${folder}：请换用它的主人，或用 LEITAI_DATA 指定一个可写的目录`, { cause: error });
	}
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {number | null} the number taken
 */
function tryToTake(folder, name) {
	const highest = numbersOf(folder, name).at(-1) ?? 0;
	if (highest > 0 && isHeld(join(folder, `${name}.${highest}`))) return null;
	const next = highest + 1;
	const draft = join(folder, `${name}.draft-${process.pid}-${Math.random().toString(36).slice(2)}`);
	writeFileSync(draft, `${process.pid} ${processIdentity(process.pid)}`, { mode: 0o644 });
	try {
		linkSync(draft, join(folder, `${name}.${next}`));
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return null;
		throw error;
	} finally {
		rmSync(draft, { force: true });
	}
	// Slower than a whole turn of another process: its higher number counts.
	const numbers = numbersOf(folder, name);
	if (numbers.at(-1) !== next) {
		rmSync(join(folder, `${name}.${next}`), { force: true });
		return null;
	}
	for (const older of numbers.slice(0, -1)) rmSync(join(folder, `${name}.${older}`), { force: true });
	return next;
}

/** @param {string} folder @param {string} name */
function numbersOf(folder, name) {
	return readdirSync(folder)
		.filter((file) => file.startsWith(`${name}.`) && /^\d+$/.test(file.slice(name.length + 1)))
		.map((file) => Number(file.slice(name.length + 1)))
		.sort((a, b) => a - b);
}

/** @param {string} path */
function isHeld(path) {
	try {
		const [pid, started] = readFileSync(path, 'utf8').split(' ');
		return started !== undefined && processIdentity(Number(pid)) === started;
	} catch {
		// Deleted between listing and reading: somebody else has just taken a higher number.
		return true;
	}
}
