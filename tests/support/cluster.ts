import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type postgres from 'postgres';
import { connect, type Database } from '#db/connect.ts';
import { openCluster as openEmbedded } from '#lib/platform/embedded-postgres/cluster.server.ts';
import { migrate } from '#lib/platform/migrate.server.ts';

/** How to reach one database of the test cluster; plain data, so that it can be handed to another process. */
export interface Address {
	/** A host name, or the folder of the socket. */
	readonly host: string;
	readonly port: number;
	readonly username: string;
	readonly password: string;
	readonly database: string;
	readonly ssl?: NonNullable<postgres.Options<Record<string, never>>['ssl']>;
}

/** A template: a finished database which test databases are copied from. */
export interface Template {
	/** Name of the kind; the digest of what it depends on follows it in the database's name. */
	readonly kind: 'migrated' | 'demo';
	/** Files and folders whose bytes decide whether an existing template still fits; other strings count as themselves. */
	readonly dependsOn: readonly string[];
	/** Fills the empty database; leaves no connection open. */
	build(address: Address): Promise<void>;
}

export const ROOT = resolve(import.meta.dirname, '../..');
/** Nobody needs these data after a power cut. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: 100 };
const TEMPLATES_KEPT = 3;
const LOCK_KEY = 5_318_008;

/** Opens the test cluster: the server of `TEST_DATABASE_URL`, else an own embedded one in `.data/test`. */
export async function openCluster(): Promise<Database> {
	const url = process.env.TEST_DATABASE_URL;
	if (url) return connect(url, 2);
	const server = await openEmbedded({ folder: join(ROOT, '.data/test'), log: () => {}, settings: SETTINGS });
	const cluster = connect(server.target, 2);
	return {
		...cluster,
		async close() {
			await cluster.close();
			await server.release();
		}
	};
}

/** Where an open connection leads; `name` chooses another database of the same server. */
export function addressOf({ sql }: Database, name?: string): Address {
	const { host, port, path, user, pass, database, ssl } = sql.options as unknown as {
		host: string[];
		port: number[];
		path: string | false;
		user: string;
		pass: string;
		database: string;
		ssl: NonNullable<Address['ssl']>;
	};
	return {
		host: path ? dirname(path) : (host[0] ?? 'localhost'),
		port: port[0] ?? 5432,
		username: user,
		password: pass,
		database: name ?? database,
		...(ssl ? { ssl } : {})
	};
}

/** The environment with which another process (the built server, the command line) works on that database. */
export function environmentOf(address: Address): Record<string, string> {
	return {
		// An address cannot carry a socket folder; the driver takes what is missing here from the PG… variables.
		DATABASE_URL: `postgres:///${address.database}`,
		PGHOST: address.host,
		PGPORT: String(address.port),
		PGUSERNAME: address.username,
		PGPASSWORD: address.password,
		...(address.ssl ? { PGSSL: typeof address.ssl === 'string' ? address.ssl : 'require' } : {})
	};
}

/** Makes the template unless one with the same digest exists, and returns its name. Several processes may ask at once. */
export async function ensureTemplate(cluster: Database, template: Template): Promise<string> {
	const family = `leitai_${template.kind}_`;
	const name = family + digestOf(template.dependsOn);
	// A reserved connection: the lock belongs to the connection that took it.
	const connection = await cluster.sql.reserve();
	try {
		await connection`select pg_advisory_lock(${LOCK_KEY})`;
		const known = await connection<{ datname: string }[]>`
			select datname from pg_database where starts_with(datname, ${family}) order by oid desc`;
		if (known.some(({ datname }) => datname === name)) return name;
		const unfinished = `leitai_unfinished_${template.kind}`;
		await connection.unsafe(`drop database if exists ${unfinished} with (force)`);
		await connection.unsafe(`create database ${unfinished} template template0`);
		await template.build(addressOf(cluster, unfinished));
		// The new name appears at once and only on a finished database.
		await connection.unsafe(`alter database ${unfinished} rename to ${name}`);
		for (const { datname } of known.slice(TEMPLATES_KEPT - 1))
			await connection.unsafe(`drop database if exists ${datname}`);
		return name;
	} finally {
		await connection`select pg_advisory_unlock(${LOCK_KEY})`;
		connection.release();
	}
}

/** Copies the template to a new database. Its name carries this process, so that `dropAbandoned` knows whose it was. */
export async function copyTemplate(cluster: Database, template: string): Promise<Address> {
	const name = `leitai_test_${process.pid}_${randomBytes(4).toString('hex')}`;
	await cluster.sql.unsafe(`create database ${name} template ${template}`);
	return addressOf(cluster, name);
}

/** Drops a copy, ending whoever still works in it. */
export async function dropCopy(cluster: Database, address: Address): Promise<void> {
	await cluster.sql.unsafe(`drop database if exists ${address.database} with (force)`);
}

/** Drops copies left behind by test processes that were killed. Only on our own server: elsewhere process numbers mean nothing. */
export async function dropAbandoned(cluster: Database): Promise<void> {
	if (process.env.TEST_DATABASE_URL) return;
	const copies = await cluster.sql<{ datname: string }[]>`
		select datname from pg_database where starts_with(datname, 'leitai_test_')`;
	for (const { datname } of copies) {
		if (!isRunning(Number(datname.split('_')[2])))
			await cluster.sql.unsafe(`drop database if exists ${datname} with (force)`);
	}
}

/** The template with the tables and nothing in them. */
export const MIGRATED: Template = {
	kind: 'migrated',
	dependsOn: ['db/migrations'],
	async build(address) {
		const database = connect({ ...address }, 1);
		try {
			await migrate(database);
		} finally {
			await database.close();
		}
	}
};

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

function digestOf(parts: readonly string[]): string {
	const hash = createHash('sha256');
	for (const part of parts) {
		for (const file of filesBelow(part))
			hash
				.update(file)
				.update('\0')
				.update(readFileSync(join(ROOT, file)))
				.update('\0');
		hash.update(part).update('\0');
	}
	return hash.digest('hex').slice(0, 16);
}

function filesBelow(path: string): string[] {
	const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
	if (!found) return [];
	if (found.isFile()) return [path];
	return readdirSync(join(ROOT, path))
		.sort()
		.flatMap((entry) => filesBelow(join(path, entry)));
}
