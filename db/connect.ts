import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** A drizzle database or an open transaction of it: what repositories take. */
export type Db = Pick<
	PostgresJsDatabase,
	'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute' | 'transaction' | '$with' | 'with'
>;

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
	const sql =
		typeof target === 'string' ? postgres(target, settings) : postgres({ ...target, ...settings });
	return { db: drizzle(sql, { casing: 'snake_case' }), sql, close: () => sql.end({ timeout: 3 }) };
}
