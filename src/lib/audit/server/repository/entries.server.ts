import { type SQL, and, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { auditEntry } from '#db/schema/audit.ts';
import type { Cursor } from '../../domain/log-query.ts';

/** What is looked for. Null = anything. */
export interface Wanted {
	readonly actors: readonly string[] | null;
	readonly room: string | null;
	readonly subject: string | null;
	readonly from: Date | null;
	/** Not included. */
	readonly before: Date | null;
	/** Stands somewhere in it. */
	readonly text: string | null;
	/** Behind this one, that is older. */
	readonly after: Cursor | null;
}

/** So many entries are read for a text that no index knows; the page says how far that came. */
const MOST_READ = 10_000;

const micros = sql<string>`(extract(epoch from ${auditEntry.at}) * 1000000)::bigint`;
const instant = (value: number) => sql`timestamptz 'epoch' + ${value} * interval '1 microsecond'`;
const place = sql`(${auditEntry.at}, ${auditEntry.number})`;
const NEWEST_FIRST = [desc(auditEntry.at), desc(auditEntry.number)];

function conditions({ actors, room, subject, from, before, after }: Wanted): SQL | undefined {
	return and(
		actors ? inArray(auditEntry.actorId, [...actors]) : undefined,
		room === null ? undefined : sql`split_part(use_case, '.', 1) = ${room}`,
		subject === null ? undefined : eq(auditEntry.subject, subject),
		from ? gte(auditEntry.at, from) : undefined,
		before ? lt(auditEntry.at, before) : undefined,
		after ? sql`${place} < (${instant(after.micros)}, ${after.number})` : undefined
	);
}

/** The last entry that is read for a text; null = all of them are. */
async function findReach(db: Db, wanted: Wanted): Promise<Cursor | null> {
	const [row] = await db
		.select({ micros, number: auditEntry.number })
		.from(auditEntry)
		.where(conditions(wanted))
		.orderBy(...NEWEST_FIRST)
		.offset(MOST_READ - 1)
		.limit(1);
	return row ? { micros: Number(row.micros), number: row.number } : null;
}

/** Entries, newest first. @returns so many at most; `reach` is how far a text was looked for, null = to the end */
export async function searchEntries(db: Db, wanted: Wanted, most: number) {
	const { text } = wanted;
	const reach = text === null ? null : await findReach(db, wanted);
	const says = sql`(strpos(${auditEntry.subject}, ${text}) > 0 or ${auditEntry.requestNumber} = ${text} or strpos(${auditEntry.detail}::text, ${text}) > 0)`;
	const rows = await db
		.select({
			...{ number: auditEntry.number, at: auditEntry.at, micros, actorId: auditEntry.actorId },
			...{ useCase: auditEntry.useCase, subject: auditEntry.subject, detail: auditEntry.detail },
			request: auditEntry.requestNumber
		})
		.from(auditEntry)
		.where(
			and(
				conditions(wanted),
				text === null ? undefined : says,
				reach ? sql`${place} >= (${instant(reach.micros)}, ${reach.number})` : undefined
			)
		)
		.orderBy(...NEWEST_FIRST)
		.limit(most);
	return { reach, rows: rows.map((row) => ({ ...row, micros: Number(row.micros) })) };
}
export type EntryRow = Awaited<ReturnType<typeof searchEntries>>['rows'][number];
