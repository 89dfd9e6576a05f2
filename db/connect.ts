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
	const connection = { ...settings.connection, plan_cache_mode: 'force_generic_plan' as const };
	const hot = drizzle(open({ ...settings, connection, max: Math.min(pool, HOT_CONNECTIONS) })).$client;
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

/** The bytes of a `copy … to stdout`, as they come. Whoever stops early leaves the connection in the middle of them: read to the end. */
export async function* copyOut(driver: Pick<postgres.Sql, 'unsafe'>, text: string): AsyncGenerator<Buffer> {
	const stream = await driver.unsafe(text).readable();
	for await (const chunk of stream) yield chunk as Buffer;
	// A connection that was paused on the last rows stays so, and the end of the statement never arrives (porsager/postgres#917).
	stream._read(0);
}

/** `simple` is missing from the driver's types: without it a statement that takes no parameters is planned anew every time. */
const PREPARED: postgres.UnsafeQueryOptions & { simple: boolean } = { prepare: true, simple: false };

type Parameters = readonly (string | number | boolean | Buffer | null)[];

/**
 * A statement of the hot path – on a hot connection, or inside a transaction on its own –, written as SQL and prepared once per connection (drizzle builds and parses its text anew
 * on every call). Instants and JSON go in as text; instants come out as text.
 */
export function statement<Row>(text: string): (db: Db, parameters: Parameters) => Promise<Row[]> {
	return async (db, parameters) => {
		const asked = gatherings.get(db)?.ask(text, parameters);
		return (await (asked ?? run(hotDrivers.get(db) ?? driverOf(db), text, parameters))) as Row[];
	};
}

const run = (driver: postgres.Sql, text: string, parameters: Parameters): Promise<unknown[]> =>
	driver.unsafe(text, [...parameters], PREPARED);

/**
 * A handle on the same database whose statements of one turn of the event loop travel as one: a page that reads in several
 * rooms pays for one round trip. Only for reads whose columns JSON carries unchanged (no instants); drizzle's own are sent as ever.
 */
export function gathered(db: Db): Db {
	const handle = Object.create(db) as Db;
	gatherings.set(handle, new Gathering(hotDrivers.get(db) ?? driverOf(db)));
	roots.set(handle, db);
	return handle;
}

/** The database behind a handle: what is kept of a database is kept under this. */
export const rootOf = (db: Db): Db => roots.get(db) ?? db;
const roots = new WeakMap<Db, Db>();

interface Asked {
	readonly text: string;
	readonly parameters: Parameters;
	readonly resolve: (rows: unknown[]) => void;
	readonly reject: (reason: unknown) => void;
}

class Gathering {
	private waiting: Asked[] = [];
	constructor(private readonly driver: postgres.Sql) {}

	ask(text: string, parameters: Parameters): Promise<unknown[]> {
		return new Promise((resolve, reject) => {
			// Promises that are settled already go on before: what the rooms ask next is in the same turn.
			if (this.waiting.length === 0) setImmediate(() => void this.send());
			this.waiting.push({ text, parameters, resolve, reject });
		});
	}

	private async send(): Promise<void> {
		const asked = this.waiting;
		this.waiting = [];
		try {
			const parameters = asked.flatMap((one) => one.parameters);
			const text = joined(asked.map((one) => one.text));
			const [row] = (await run(this.driver, text, parameters)) as Record<string, unknown[]>[];
			asked.forEach(({ resolve }, at) => resolve(row![`part${at}`]!));
		} catch (error) {
			for (const { reject } of asked) reject(error);
		}
	}
}
const gatherings = new WeakMap<Db, Gathering>();

/** The texts as parts of one, their parameters counted on; pages ask for few combinations, so each is put together once. */
function joined(texts: readonly string[]): string {
	const key = texts.join('\0');
	const known = joinedTexts.get(key);
	if (known !== undefined) return known;
	let before = 0;
	const parts = texts.map((text, at) => {
		const numbers = [...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
		const part = text.replace(/\$(\d+)/g, (_, number) => `$${before + Number(number)}`);
		before += Math.max(0, ...numbers);
		return `(select coalesce(json_agg(p), '[]') from (${part}) p) as part${at}`;
	});
	const text = `select ${parts.join(', ')}`;
	joinedTexts.set(key, text);
	return text;
}
const joinedTexts = new Map<string, string>();
