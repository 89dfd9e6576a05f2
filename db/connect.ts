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

/** After the server was killed the driver believes that queries are still open; it must not hold up our end. */
const CLOSE_SECONDS = 1;

/**
 * Opens a pool. Nothing connects before the first query.
 * @param pool largest number of connections
 */
export function connect(target: Target, pool: number): Database {
	const settings = { max: pool, onnotice: () => {}, connection: { TimeZone: 'UTC' } };
	const open = (options: typeof settings) =>
		typeof target === 'string' ? postgres(target, options) : postgres({ ...target, ...options });
	const sql = open(settings);
	// Through drizzle as well: it tells a driver how instants and JSON are read and written.
	const hot = drizzle(open({ ...settings, max: Math.min(pool, HOT_CONNECTIONS) })).$client;
	const db = drizzle(sql, { casing: 'snake_case' });
	hotDrivers.set(db, hot);
	const close = async () => {
		await Promise.all([sql, hot].map((driver) => driver.end({ timeout: CLOSE_SECONDS })));
	};
	return { db, sql, close };
}

/**
 * Statements of the hot path share few connections: one that is always busy takes the next statement in the same packet,
 * while each of many idle ones would have to be woken for its own. No slow query stands before them there.
 */
const HOT_CONNECTIONS = 3;
const hotDrivers = new WeakMap<Db, postgres.Sql>();

/** The driver under an open transaction, for a cursor, COPY and prepared statements: drizzle hands it out to nobody. */
export const driverOf = (db: Db) => (db._.session as unknown as { client: postgres.Sql }).client;

/** `simple` is missing from the driver's types: without it a statement that takes no parameters is planned anew every time. */
const PREPARED: postgres.UnsafeQueryOptions & { simple: boolean } = { prepare: true, simple: false };

/**
 * A statement of the hot path – on a hot connection, or inside a transaction on its own –, written as SQL and prepared once per connection (drizzle builds and parses its text anew
 * on every call). Instants and JSON go in as text; instants come out as text.
 */
export function statement<Row>(
	text: string
): (db: Db, parameters: readonly (string | number | boolean | Buffer | null)[]) => Promise<Row[]> {
	return async (db, parameters) => {
		return (await (hotDrivers.get(db) ?? driverOf(db)).unsafe(text, [...parameters], PREPARED)) as unknown as Row[];
	};
}
