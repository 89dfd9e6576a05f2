import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** `column in ('a', 'b')` for a check constraint, generated from the keys of a label table. */
export function oneOf(column: AnyPgColumn, labels: Record<string, unknown>): SQL {
	const keys = Object.keys(labels).map((key) => sql.raw(`'${key}'`));
	return sql`${column} in (${sql.join(keys, sql`, `)})`;
}
