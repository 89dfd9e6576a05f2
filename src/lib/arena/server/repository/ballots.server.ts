import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { arenaBallot } from '#db/schema/arena.ts';

export type BallotRow = typeof arenaBallot.$inferSelect;

/** @returns false when this version is there already */
export async function insertBallot(db: Db, row: typeof arenaBallot.$inferInsert): Promise<boolean> {
	const rows = await db
		.insert(arenaBallot)
		.values(row)
		.onConflictDoNothing()
		.returning({ version: arenaBallot.version });
	return rows.length > 0;
}

const { seatId, kind, side, version } = arenaBallot;

/** The newest version of each sheet of one judge. */
export function selectOwn(db: Db, hearingId: string, seat: string): Promise<BallotRow[]> {
	return db
		.selectDistinctOn([kind, side])
		.from(arenaBallot)
		.where(and(eq(arenaBallot.hearingId, hearingId), eq(seatId, seat)))
		.orderBy(asc(kind), asc(side), desc(version));
}

/** The newest version of each sheet of a hearing. */
export function selectLatest(db: Db, hearingId: string): Promise<BallotRow[]> {
	return db
		.selectDistinctOn([seatId, kind, side])
		.from(arenaBallot)
		.where(eq(arenaBallot.hearingId, hearingId))
		.orderBy(asc(seatId), asc(kind), asc(side), desc(version));
}
