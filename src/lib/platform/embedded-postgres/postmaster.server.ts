import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processCommand, processIdentity } from '../process-identity.server.mjs';

/** What a running server wrote into its data folder. */
export interface Postmaster {
	readonly pid: number;
	readonly port: number;
	readonly socketFolder: string;
	/** '' = no network. */
	readonly listen: string;
	/** `starting`, `ready`, `stopping` … */
	readonly status: string;
}

/** Seconds that children of a killed server get to notice it and leave. */
const CHILDREN_SECONDS = 30;

/** Reads `postmaster.pid`, no matter whether that server still runs. */
export function readPidFile(data: string): Postmaster | null {
	try {
		const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
		const [pid, , , port, socketFolder, listen, , status] = lines.map((line) => line.trim());
		return {
			pid: Number(pid),
			port: Number(port),
			socketFolder: socketFolder ?? '',
			listen: listen ?? '',
			status: status ?? ''
		};
	} catch {
		return null;
	}
}

/** The server of this data folder if it really runs: the number may belong to a zombie or to another program by now. */
export function findPostmaster(data: string): Postmaster | null {
	const file = readPidFile(data);
	if (file === null || processIdentity(file.pid) === null) return null;
	return commandNames(processCommand(file.pid), data) ? file : null;
}

/** Whether a command line starts a server on exactly this folder. */
export function commandNames(command: string, data: string): boolean {
	const at = command.indexOf(data);
	return at >= 0 && command.includes('postgres') && /^["'\s]*($|\s)/.test(command.slice(at + data.length));
}

/** Clears away what a killed server left: waits for its children, then removes the stale pid file. */
export async function removeStaleServer(data: string, log: (text: string) => void): Promise<void> {
	const deadline = Date.now() + CHILDREN_SECONDS * 1000;
	let told = false;
	while (childrenOf(data).length > 0 && Date.now() < deadline) {
		if (!told) log('上次的数据库被强行结束，正在等它的子进程退出');
		told = true;
		await sleep(100);
	}
	rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Processes that work inside the data folder (Linux; elsewhere PostgreSQL's own shared-memory check must do). */
function childrenOf(data: string): number[] {
	if (process.platform !== 'linux') return [];
	const folder = realpathSync(data);
	return readdirSync('/proc')
		.filter((entry) => /^\d+$/.test(entry))
		.map(Number)
		.filter((pid) => workingFolder(pid) === folder && processIdentity(pid) !== null);
}

function workingFolder(pid: number): string {
	try {
		return readlinkSync(`/proc/${pid}/cwd`);
	} catch {
		return '';
	}
}
