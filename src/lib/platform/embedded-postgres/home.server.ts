import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyBinaries, findBinaries, type Binaries } from './binaries.server.ts';
import { readRecord } from './record.server.ts';
import { canEnter, serverUser, type ServerUser } from './server-user.server.ts';

/** Everything that belongs to the server user: data, socket, log. */
export interface Home {
	readonly path: string;
	readonly data: string;
	readonly log: string;
	readonly user: ServerUser;
	readonly binaries: Binaries;
}

/** The operating system allows 107; PostgreSQL appends its own file name. */
const SOCKET_PATH_BYTES = 100;
const SHARED_HOMES = '/var/lib/leitai';

export const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Decides where the server lives: `folder/server`, or `/var/lib/leitai/<hash>` if we are root and the server user cannot
 * enter the checkout (a home folder with mode 700).
 */
export function prepareHome(folder: string, log: (text: string) => void): Home {
	const inside = join(folder, 'server');
	const user = serverUser(join(inside, 'data'));
	// Others may pass through but not list; what lies inside has its own modes.
	chmodSync(folder, user.foreign ? 0o711 : 0o700);
	const binaries = findBinaries();
	if (canEnter(user, folder) && canEnter(user, binaries.native)) return openHome(inside, user, binaries);
	const shared = sharedHome(folder);
	if (!existsSync(shared)) log(`${user.name} 用户进不了 ${folder}，数据放在 ${shared}`);
	mkdirSync(shared, { recursive: true, mode: 0o755 });
	return openHome(shared, serverUser(join(shared, 'data')), copyBinaries(binaries, shared));
}

function openHome(path: string, user: ServerUser, binaries: Binaries): Home {
	if (!makePrivateFolder(path, user))
		throw new Error(`${path} 属于另一个用户：请换回那个用户，或用 LEITAI_DATA 指定别的目录`);
	const real = realpathSync(path);
	return { path: real, data: join(real, 'data'), log: join(real, 'server.log'), user, binaries };
}

/** The home recorded for this checkout if it was moved here, else one named after the place. A copy gets its own. */
function sharedHome(folder: string): string {
	const record = readRecord(folder);
	const moved = record !== null && record.folder !== folder && !existsSync(record.folder);
	return moved && record.home.startsWith(SHARED_HOMES) && existsSync(record.home)
		? record.home
		: join(SHARED_HOMES, shortHash(folder));
}

/** Where the socket may lie, best first; a folder that belongs to somebody else is never used. Null = use the network. */
export function socketFolder(home: Home): string | null {
	const candidates = [join(home.path, 'socket'), join(tmpdir(), `leitai-${home.user.uid}-${shortHash(home.path)}`)];
	for (const folder of candidates.filter(isShortEnough)) {
		if (makePrivateFolder(folder, home.user) && canEnter(home.user, folder)) return folder;
	}
	return null;
}

export function isShortEnough(folder: string): boolean {
	return Buffer.byteLength(join(folder, '.s.PGSQL.65535')) <= SOCKET_PATH_BYTES;
}

/** Makes a folder with mode 700 for the server user. False if the place is taken by anybody else. */
function makePrivateFolder(folder: string, user: ServerUser): boolean {
	try {
		mkdirSync(folder, { mode: 0o700 });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	const { uid } = lstatSync(folder);
	if (!lstatSync(folder).isDirectory()) return false;
	// Root made it, just now or before it was interrupted; nobody else can have given it to root.
	if (user.foreign && uid === 0) chownSync(folder, user.uid, user.gid);
	else if (uid !== user.uid) return false;
	chmodSync(folder, 0o700);
	return true;
}
