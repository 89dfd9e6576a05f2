import { type SQL, desc, eq } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '#db/connect.ts';

/** A column as it is stored, or with the labels of its keys. */
type Shown = PgColumn | SQL | readonly [column: PgColumn, labels: Readonly<Record<string, string>>];

/**
 * What one table knows of a person: whose row it is and what of it goes into the copy that the person may take. `by` is both
 * the condition and what the completeness test compares with the schema, so that a record cannot claim a column it does not read.
 */
interface Told {
	readonly title: string;
	readonly from: PgTable;
	/** By the label of the copy. */
	readonly show: Readonly<Record<string, Shown>>;
	readonly newest?: PgColumn;
}
export type OwnRecord = Told & ({ readonly by: PgColumn } | { readonly of: (personId: string) => SQL });

export interface OwnSection {
	readonly title: string;
	readonly columns: readonly string[];
	readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Every row of the records that belongs to a person, newest first where there is an order; one statement a record. */
export function readOwnRecords(db: Db, personId: string, records: readonly OwnRecord[]): Promise<OwnSection[]> {
	return Promise.all(records.map((record) => readRecord(db, personId, record)));
}

const isLabelled = (one: Shown): one is Extract<Shown, readonly unknown[]> => Array.isArray(one);

async function readRecord(db: Db, personId: string, record: OwnRecord): Promise<OwnSection> {
	const { title, from, show, newest } = record;
	const entries = Object.entries(show);
	const columns = Object.fromEntries(entries.map(([label, one]) => [label, isLabelled(one) ? one[0] : one]));
	const labels = new Map(entries.flatMap(([label, one]) => (isLabelled(one) ? [[label, one[1]] as const] : [])));
	const rows: Record<string, unknown>[] = await db
		.select(columns)
		.from(from)
		.where('by' in record ? eq(record.by, personId) : record.of(personId))
		.orderBy(...(newest ? [desc(newest)] : []));
	const told = rows.map((row) =>
		Object.fromEntries(Object.entries(row).map(([label, value]) => [label, say(labels.get(label), value)]))
	);
	return { title, columns: Object.keys(show), rows: told };
}

const say = (labels: Readonly<Record<string, string>> | undefined, value: unknown) =>
	typeof value === 'string' ? (labels?.[value] ?? value) : value;
