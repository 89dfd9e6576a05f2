import { eq, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { person } from '#db/schema/identity.ts';

/** Everybody who is or was here whose name holds the words, or whose account it is. */
export async function selectAnybody(db: Db, pattern: string, account: string, limit: number): Promise<string[]> {
	const rows = await db
		.select({ id: person.id })
		.from(person)
		.where(or(sql`${person.name} ilike ${pattern}`, eq(person.account, account)))
		.orderBy(person.id)
		.limit(limit);
	return rows.map(({ id }) => id);
}
