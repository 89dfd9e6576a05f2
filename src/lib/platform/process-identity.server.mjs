// Plain JavaScript with `node:` imports only: the starter uses it before anything is installed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A token that changes when a process number is used again (its start time), or null if no such process runs.
 * A zombie does not run: it keeps its number but does nothing any more.
 * @param {number} pid
 * @returns {string | null}
 */
export function processIdentity(pid) {
	if (!Number.isInteger(pid) || pid <= 0) return null;
	const found = process.platform === 'linux' ? readProc(pid) : readPs(pid);
	return found === null || /^[ZX]/.test(found.state) ? null : found.started;
}

/**
 * The command line of a process as one string, '' if it cannot be read.
 * @param {number} pid
 */
export function processCommand(pid) {
	try {
		if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
		return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
	} catch {
		return '';
	}
}

/** @param {number} pid */
function readProc(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The second field is the name in brackets and may hold blanks; fields 3 (state) and 22 (start) follow it.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return { state: fields[0] ?? '', started: fields[19] ?? '' };
	} catch {
		return null;
	}
}

/** @param {number} pid */
function readPs(pid) {
	try {
		const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
			encoding: 'utf8',
			env: { ...process.env, LC_ALL: 'C' },
			stdio: ['ignore', 'pipe', 'ignore']
		}).trim();
		const [state = '', ...started] = line.split(/\s+/);
		return line === '' ? null : { state, started: String(Date.parse(started.join(' '))) };
	} catch {
		return null;
	}
}
