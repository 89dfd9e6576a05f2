import { spawn } from 'node:child_process';
import { ROOT } from './places.mjs';

const REPORT_MILLISECONDS = 5000;
const KEPT_LINES = 60;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a long program: shows how long it takes on standard error, and its last lines only if it fails.
 * It gets a process group of its own, so that our end (Ctrl-C, SIGTERM) is the end of everything it has started.
 * @param {string} label what it does, for people
 * @param {[string, ...string[]]} command
 */
export async function runChild(label, [program, ...words]) {
	const stopReporting = report(label);
	const child = spawn(program, words, { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
	/** @type {string[]} */
	let lines = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text) => (lines = [...lines, ...text.split('\n')].slice(-KEPT_LINES)));
	}
	/** @param {NodeJS.Signals} signal */
	const end = (signal) => {
		endGroup(child.pid, 'SIGTERM');
		process.exitCode = signal === 'SIGINT' ? 130 : 143;
		setTimeout(() => {
			endGroup(child.pid, 'SIGKILL');
			process.exit();
		}, 1000);
	};
	for (const signal of SIGNALS) process.once(signal, end);
	try {
		const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
		if (process.exitCode === 130 || process.exitCode === 143) process.exit();
		if (code !== 0) throw new Error(`${label}失败（${code}）：\n${lines.join('\n').trim()}`);
	} finally {
		for (const signal of SIGNALS) process.off(signal, end);
		stopReporting();
	}
}

/** npm as it was called, else the one of the search path. @param {string[]} words @returns {[string, ...string[]]} */
export function npm(...words) {
	const called = process.env['npm_execpath'];
	return called?.endsWith('npm-cli.js') ? [process.execPath, called, ...words] : ['npm', ...words];
}

/** @param {number | undefined} pid @param {NodeJS.Signals} signal */
function endGroup(pid, signal) {
	try {
		if (pid !== undefined) process.kill(-pid, signal);
	} catch {
		// Nobody of the group is left.
	}
}

/** One line that grows on a terminal, else a line every few seconds. @param {string} label */
function report(label) {
	const began = Date.now();
	const seconds = () => Math.round((Date.now() - began) / 1000);
	const isTerminal = process.stderr.isTTY;
	process.stderr.write(isTerminal ? `${label}……` : `${label}……\n`);
	const write = () =>
		process.stderr.write(isTerminal ? `\r${label}…… ${seconds()} 秒` : `${label}…… ${seconds()} 秒\n`);
	const timer = setInterval(write, isTerminal ? 1000 : REPORT_MILLISECONDS);
	return () => {
		clearInterval(timer);
		process.stderr.write(isTerminal ? `\r${label}：${seconds()} 秒\n` : `${label}：用了 ${seconds()} 秒\n`);
	};
}
