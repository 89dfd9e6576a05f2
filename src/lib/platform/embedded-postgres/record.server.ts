import { randomBytes } from 'node:crypto';
import { chownSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `cluster.json`: what must be remembered between starts. Readable by its owner only. */
export interface ClusterRecord {
	/** The folder the file lay in when it was written: tells a moved checkout from a copied one. */
	readonly folder: string;
	/** Holds data, socket and log of the server. */
	readonly home: string;
	/** Null = loopback with `port`. */
	readonly socket: string | null;
	readonly port: number;
	/** Asked for on loopback only; on the socket the operating system vouches for the user. */
	readonly password: string;
}

export function readRecord(folder: string): ClusterRecord | null {
	try {
		return JSON.parse(readFileSync(join(folder, 'cluster.json'), 'utf8')) as ClusterRecord;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'EACCES')
			throw new Error(`数据目录 ${folder} 属于另一个用户：请换回那个用户，或用 LEITAI_DATA 指定别的目录`, {
				cause: error
			});
		// Absent, or half written by a process that was killed: everything in it can be made again.
		return null;
	}
}

export function writeRecord(folder: string, record: ClusterRecord): void {
	const draft = join(folder, `cluster.json.${process.pid}`);
	writeFileSync(draft, `${JSON.stringify(record, null, '\t')}\n`, { mode: 0o600 });
	const { uid, gid } = statSync(folder);
	// Root may work in somebody's folder; its owner must be able to go on afterwards.
	if (process.getuid?.() === 0) chownSync(draft, uid, gid);
	renameSync(draft, join(folder, 'cluster.json'));
}

export const newPassword = () => randomBytes(24).toString('base64url');
