import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { calendarYear } from '#db/schema/settings.ts';

export type StoredYear = typeof calendarYear.$inferSelect;

/** Every imported notice, the latest version of each year first. */
export function selectYears(db: Db, year?: number): Promise<StoredYear[]> {
	return db
		.select()
		.from(calendarYear)
		.where(year === undefined ? undefined : eq(calendarYear.year, year))
		.orderBy(desc(calendarYear.year), desc(calendarYear.version));
}

/** Whoever imports a year waits for whoever is importing it; held until the transaction ends. */
export async function lockCalendar(db: Db): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext('leitai:calendar'))`);
}

export async function insertYear(db: Db, row: StoredYear): Promise<void> {
	await db.insert(calendarYear).values(row);
}
