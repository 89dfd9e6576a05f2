// Child processes of the test command: output collected, a time limit, and none left behind after Ctrl-C.
import { spawn } from 'node:child_process';

const LIMIT_MINUTES = 20;
const PATIENCE_MILLISECONDS = 8000;
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end.
 * @param {readonly [string, ...string[]]} command program and arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runChild([program, ...parameters], options) {
	return new Promise((done) => {
		/** @type {Buffer[]} */
		const pieces = [];
		// An own process group, so that browsers and servers below it can be ended with it.
		const child = spawn(program, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
		const limit = setTimeout(() => {
			pieces.push(Buffer.from(`\nended after ${LIMIT_MINUTES} minutes\n`));
			end(child);
		}, LIMIT_MINUTES * 60_000);
		const finish = (/** @type {boolean} */ ok) => {
			clearTimeout(limit);
			running.delete(child);
			done({ ok, output: Buffer.concat(pieces).toString() });
		};
		running.add(child);
		child.stdout.on('data', (piece) => pieces.push(piece));
		child.stderr.on('data', (piece) => pieces.push(piece));
		child.on('error', (error) => {
			pieces.push(Buffer.from(`${program}: ${error.message}\n`));
			finish(false);
		});
		child.on('close', (code) => finish(code === 0));
	});
}

/** Ends every running child politely, then for certain. */
export async function endChildren() {
	await Promise.all([...running].map(end));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
function end(child) {
	return new Promise((gone) => {
		child.once('close', () => gone());
		signal(child, 'SIGINT');
		setTimeout(() => {
			signal(child, 'SIGKILL');
			gone();
		}, PATIENCE_MILLISECONDS).unref();
	});
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
	try {
		if (child.pid) process.kill(-child.pid, name);
	} catch {
		// It ended by itself.
	}
}
