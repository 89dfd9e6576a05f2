import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';

/** Who the server runs as. */
export interface ServerUser {
	readonly name: string;
	readonly uid: number;
	readonly gid: number;
	/** True if this process must change to that user to act for it. */
	readonly foreign: boolean;
}

/**
 * PostgreSQL refuses to run as root. An ordinary user runs the server itself; root runs it as the owner of the data that
 * is already there, else as `postgres`, which is created if it does not exist.
 */
export function serverUser(dataFolder: string): ServerUser {
	const me = userInfo();
	if (me.uid !== 0) return { name: me.username, uid: me.uid, gid: me.gid, foreign: false };
	const owner = existsSync(dataFolder) ? statSync(dataFolder).uid : 0;
	if (owner !== 0)
		return {
			...(lookUp(String(owner)) ?? { name: String(owner), uid: owner, gid: statSync(dataFolder).gid }),
			foreign: true
		};
	const user = lookUp('postgres') ?? createUser();
	return { ...user, foreign: true };
}

/** The options with which a child process runs as the server user. */
export function actAs(user: ServerUser, cwd: string) {
	const env = { ...process.env, HOME: cwd, LC_ALL: 'C', TZ: 'UTC' };
	return user.foreign ? { cwd, env, uid: user.uid, gid: user.gid } : { cwd, env };
}

/** Whether that user can enter the folder (every folder above it counts). */
export function canEnter(user: ServerUser, folder: string): boolean {
	if (!user.foreign) return true;
	return (
		spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...actAs(user, '/'), stdio: 'ignore' }).status === 0
	);
}

function lookUp(name: string): Omit<ServerUser, 'foreign'> | undefined {
	const ask = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' });
	const uid = ask('-u');
	if (uid.status !== 0) return undefined;
	return { name: ask('-nu').stdout.trim(), uid: Number(uid.stdout), gid: Number(ask('-g').stdout) };
}

function createUser(): Omit<ServerUser, 'foreign'> {
	const attempts: [string, string[]][] = [
		[
			'useradd',
			[
				'--system',
				'--user-group',
				'--no-create-home',
				'--home-dir',
				'/nonexistent',
				'--shell',
				'/bin/false',
				'postgres'
			]
		],
		['adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'postgres']]
	];
	for (const [program, words] of attempts) {
		spawnSync(program, words, { stdio: 'ignore' });
		const user = lookUp('postgres');
		if (user) return user;
	}
	const fallback = lookUp('_postgres') ?? lookUp('nobody');
	if (fallback && fallback.uid > 0) return fallback;
	throw new Error('PostgreSQL 不能以 root 运行，又无法创建用户 postgres：请改用普通用户启动，或设 DATABASE_URL');
}
