import { connect, type Database } from '#db/connect.ts';
import type { Environment } from '#lib/shared/environment.ts';
import { join, resolve } from 'node:path';
import { openCluster } from './embedded-postgres/cluster.server.ts';
import { projectRoot } from './project-root.server.ts';

export interface OpenDatabase extends Database {
	readonly origin: 'embedded' | 'external';
	/** For people: the data folder, or the address without its password. */
	readonly where: string;
	/** Ends the connections only: the embedded server stays ours until `close`. */
	closePool(): Promise<void>;
}

type DatabaseEnvironment = Pick<Environment, 'DATABASE_URL' | 'DATABASE_POOL' | 'LEITAI_DATA'>;

/** Where this installation keeps its own files: `LEITAI_DATA`, else `.data` in the checkout. */
export function stateFolder(environment: Pick<Environment, 'LEITAI_DATA'>): string {
	return environment.LEITAI_DATA === '' ? join(projectRoot(), '.data') : resolve(environment.LEITAI_DATA);
}

export function clusterFolder(environment: Pick<Environment, 'LEITAI_DATA'>): string {
	return join(stateFolder(environment), 'pg');
}

/**
 * Opens the database of this installation: the server of `DATABASE_URL`, else the embedded one, which is started if need be.
 * `close` ends the pool and gives the embedded server back.
 * @param log progress for people (standard error by default)
 */
export async function openDatabase(
	environment: DatabaseEnvironment,
	log: (text: string) => void = (text) => process.stderr.write(`${text}\n`)
): Promise<OpenDatabase> {
	const { DATABASE_URL: address, DATABASE_POOL: pool } = environment;
	const cluster = address === '' ? await openCluster({ folder: clusterFolder(environment), log }) : null;
	const { db, sql, close: closePool } = connect(cluster?.target ?? address, pool);
	const close = async () => {
		await closePool();
		await cluster?.release();
	};
	const about = cluster
		? ({ origin: 'embedded', where: cluster.folder } as const)
		: ({ origin: 'external', where: withoutPassword(address) } as const);
	return { db, sql, close, closePool, ...about };
}

/** An address as it may be shown. */
export function withoutPassword(address: string): string {
	if (!URL.canParse(address)) return 'DATABASE_URL';
	const url = new URL(address);
	return `${url.protocol}//${url.host}${url.pathname}`;
}
