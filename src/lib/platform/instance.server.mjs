// Plain JavaScript with `node:` imports only: the starter asks before it installs or builds.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The running server of a checkout, as it wrote itself into `instance.json`.
 * @typedef {{ instance: string, address: string, port: number, pid: number }} Instance
 */

/**
 * The instance that `file` names, if the address still answers as exactly that one.
 * @param {string} file
 * @returns {Promise<Instance | null>}
 */
export async function findRunningInstance(file) {
	/** @type {Instance} */
	let written;
	try {
		written = JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
	const answer = await askInstance(written.address);
	return answer !== null && answer === written.instance ? written : null;
}

/**
 * The instance id that an address reports, null if no Leitai answers there.
 * @param {string} address
 * @returns {Promise<string | null>}
 */
export async function askInstance(address) {
	try {
		const response = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(2000), redirect: 'error' });
		const health = /** @type {{ app?: unknown, instance?: unknown }} */ (await response.json());
		return health.app === 'leitai' && typeof health.instance === 'string' ? health.instance : null;
	} catch {
		return null;
	}
}

/**
 * Whether a start with these wishes would only repeat the running one: a port asked for by name is a wish for that port.
 * @param {Instance} running
 * @param {string | undefined} wishedPort `PORT` of the environment
 */
export function isSameWish(running, wishedPort) {
	return wishedPort === undefined || wishedPort === '' || Number(wishedPort) === running.port;
}

/** @param {string} file @param {Instance} instance */
export function writeInstance(file, instance) {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(`${file}.${process.pid}`, JSON.stringify(instance));
	renameSync(`${file}.${process.pid}`, file);
}

/** Removes the file if it is still about this instance. @param {string} file @param {string} instance */
export function removeInstance(file, instance) {
	try {
		if (JSON.parse(readFileSync(file, 'utf8')).instance === instance) rmSync(file);
	} catch {
		// Already gone.
	}
}
