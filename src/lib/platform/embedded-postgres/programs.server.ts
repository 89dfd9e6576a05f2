import { spawn } from 'node:child_process';
import {
	appendFileSync,
	chownSync,
	existsSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync
} from 'node:fs';
import { join } from 'node:path';
import { INCLUDE_LINE, type Settings } from './configuration.server.ts';
import type { Home } from './home.server.ts';
import { actAs } from './server-user.server.ts';

const LOG_BYTES = 10_000_000;

interface Ended {
	readonly code: number;
	readonly output: string;
}

/** Runs one of the server's programs as the server user. Its output goes to memory, `input` to its standard input. */
function run(home: Home, program: 'initdb' | 'pg_ctl' | 'postgres', words: string[], input = ''): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const child = spawn(join(home.binaries.native, 'bin', program), words, {
			...actAs(home.user, home.path),
			stdio: 'pipe',
			detached: true
		});
		let output = '';
		child.stdout.on('data', (text: Buffer) => (output += text.toString()));
		child.stderr.on('data', (text: Buffer) => (output += text.toString()));
		child.on('error', reject);
		// `exit`, not `close`: the server that pg_ctl leaves behind must not hold us through an inherited pipe.
		child.on('exit', (code) => setImmediate(() => resolve({ code: code ?? 1, output: output.trim() })));
		child.stdin.on('error', () => {});
		child.stdin.end(input);
	});
}

/** Makes the data folder if there is none; a run that was killed half way is started over, nothing else is ever deleted. */
export async function initialise(home: Home, settings: Settings): Promise<void> {
	if (existsSync(join(home.data, 'PG_VERSION'))) return checkVersion(home);
	if (existsSync(home.data) && readdirSync(home.data).length > 0)
		throw new Error(`${home.data} 里有别的文件，不是数据库目录：请移走后再启动`);
	const draft = `${home.data}.part`;
	rmSync(draft, { recursive: true, force: true });
	const locale = process.platform === 'darwin' ? 'C' : 'C.UTF-8';
	const words = ['-D', draft, '-U', 'leitai', '--encoding=UTF8', `--locale=${locale}`, '--auth=reject'];
	const { code, output } = await run(home, 'initdb', settings['fsync'] === 'off' ? [...words, '--no-sync'] : words);
	if (code !== 0) throw new Error(`初始化内置 PostgreSQL 失败：\n${output}`);
	appendFileSync(join(draft, 'postgresql.conf'), `\n${INCLUDE_LINE}\n`);
	renameSync(draft, home.data);
}

function checkVersion(home: Home): void {
	const data = readFileSync(join(home.data, 'PG_VERSION'), 'utf8').trim();
	const programs = home.binaries.version.split('.')[0];
	if (data !== programs)
		throw new Error(
			`${home.data} 是 PostgreSQL ${data} 的数据，程序是 ${programs}：请先用旧版本 leitai backup，再在新版本 leitai restore`
		);
}

/** Gives the role a password without a running server; needed where connections come over loopback. */
export async function setPassword(home: Home, password: string): Promise<void> {
	const { code, output } = await run(
		home,
		'postgres',
		['--single', '-D', home.data, 'postgres'],
		`ALTER ROLE leitai PASSWORD '${password}'\n`
	);
	if (code !== 0) throw new Error(`设置数据库口令失败：\n${output}`);
}

/** Starts the server detached from us and waits until it has started (`waitSeconds` at most). */
export async function startServer(home: Home, waitSeconds: number): Promise<Ended> {
	prepareLog(home);
	return run(home, 'pg_ctl', ['start', '-D', home.data, '-l', home.log, '-w', '-t', String(waitSeconds), '-s']);
}

/** Stops the server after open transactions were rolled back and everything was written. */
export async function stopServer(home: Home, waitSeconds: number): Promise<Ended> {
	return run(home, 'pg_ctl', ['stop', '-D', home.data, '-m', 'fast', '-w', '-t', String(waitSeconds), '-s']);
}

export function logTail(home: Home, lines = 8): string {
	return existsSync(home.log) ? readFileSync(home.log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}

function prepareLog(home: Home): void {
	if (existsSync(home.log) && statSync(home.log).size > LOG_BYTES) renameSync(home.log, `${home.log}.1`);
	appendFileSync(home.log, '', { mode: 0o600 });
	if (home.user.foreign) chownSync(home.log, home.user.uid, home.user.gid);
}
