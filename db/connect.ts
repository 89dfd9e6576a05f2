import type { PgDatabase } from 'drizzle-orm/pg-core';
import { type PostgresJsDatabase, type PostgresJsQueryResultHKT, drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** A drizzle database or an open transaction of it: what repositories take. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

export interface Database {
	readonly db: PostgresJsDatabase;
	/** The driver itself, for LISTEN, COPY and measured hot paths. */
	readonly sql: postgres.Sql;
	close(): Promise<void>;
}

/** An address (`postgres://…`) or the options of the embedded server (URLs do not carry sockets). */
export type Target = string | postgres.Options<Record<string, never>>;

/**
 * Opens a pool. Nothing connects before the first query.
 * @param pool largest number of connections
 */
export function connect(target: Target, pool: number): Database {
	const settings = { max: pool, onnotice: () => {}, connection: { TimeZone: 'UTC' } };
	const sql = typeof target === 'string' ? postgres(target, settings) : postgres({ ...target, ...settings });
	return { db: drizzle(sql, { casing: 'snake_case' }), sql, close: () => sql.end({ timeout: 3 }) };
}

/** The driver behind a database, a transaction or a trip: drizzle hands it out to nobody. */
function driverOf(db: Db): postgres.Sql {
	return (db._.session as unknown as { client: postgres.Sql }).client;
}

/**
 * Statements (`statement`) begun side by side in `work` go out in one packet on one connection, instead of one packet each on
 * several: fewer wake-ups on both sides. Whatever else is asked of `db` goes its usual way.
 */
export async function inOneTrip<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
	const connection = await driverOf(db).reserve();
	const session = { session: { client: connection } };
	const trip = new Proxy(db, {
		get: (target, name) => (name === '_' ? session : (Reflect.get(target, name, target) as unknown))
	});
	pools.set(trip, db);
	try {
		return await work(trip);
	} finally {
		connection.release();
	}
}

const pools = new WeakMap<Db, Db>();

/** The database that a trip is made on; any other database is its own. For what a node remembers of a database. */
export function poolOf(db: Db): Db {
	return pools.get(db) ?? db;
}

/** `simple` is missing from the driver's types: without it a statement that takes no parameters is planned anew every time. */
const PREPARED: postgres.UnsafeQueryOptions & { simple: boolean } = { prepare: true, simple: false };

/**
 * A statement of the hot path, written as SQL and prepared once per connection (drizzle builds and parses its text anew
 * on every call). Instants and JSON go in as text; instants come out as text.
 */
export function statement<Row>(
	text: string
): (db: Db, parameters: readonly (string | number | boolean | Buffer | null)[]) => Promise<Row[]> {
	return async (db, parameters) => {
		return (await driverOf(db).unsafe(text, [...parameters], PREPARED)) as unknown as Row[];
	};
}
