import { and, desc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { arenaHearing, arenaSeat } from '#db/schema/arena.ts';

export type SeatRow = typeof arenaSeat.$inferSelect;

/** Puts a person or a link on a seat; whoever had it before has it no more. */
export async function assignSeat(db: Db, row: typeof arenaSeat.$inferInsert): Promise<void> {
	const { personId = null, linkHash = null, linkExpiresAt = null, linkName = null, assignedBy, assignedAt } = row;
	await db
		.insert(arenaSeat)
		.values(row)
		.onConflictDoUpdate({
			target: [arenaSeat.hearingId, arenaSeat.seatId],
			set: { personId, linkHash, linkExpiresAt, linkName, linkUsedAt: null, assignedBy, assignedAt }
		});
}

/** Takes the link off a seat. @returns false when there was none */
export async function dropLink(db: Db, hearingId: string, seatId: string): Promise<boolean> {
	const rows = await db
		.update(arenaSeat)
		.set({ linkHash: null, linkExpiresAt: null, linkName: null, linkUsedAt: null })
		.where(
			and(eq(arenaSeat.hearingId, hearingId), eq(arenaSeat.seatId, seatId), sql`${arenaSeat.linkHash} is not null`)
		)
		.returning({ seatId: arenaSeat.seatId });
	return rows.length > 0;
}

export function selectSeats(db: Db, hearingId: string): Promise<SeatRow[]> {
	return db.select().from(arenaSeat).where(eq(arenaSeat.hearingId, hearingId));
}

/** The hearings in which a person has a seat, with it. */
export function selectSeatsOf(db: Db, personId: string) {
	const { hearingId, seatId } = arenaSeat;
	return db.select({ hearingId, seatId }).from(arenaSeat).where(eq(arenaSeat.personId, personId));
}

export async function findPersonSeat(db: Db, hearingId: string, personId: string): Promise<string | null> {
	const [row] = await db
		.select({ seatId: arenaSeat.seatId })
		.from(arenaSeat)
		.where(and(eq(arenaSeat.hearingId, hearingId), eq(arenaSeat.personId, personId)));
	return row?.seatId ?? null;
}

/** The seat to which a link leads while it is valid. */
export async function findLinkSeat(db: Db, linkHash: string, now: Date) {
	const { hearingId, seatId, linkExpiresAt } = arenaSeat;
	const [row] = await db
		.select({ hearingId, seatId })
		.from(arenaSeat)
		.where(and(eq(arenaSeat.linkHash, linkHash), gt(linkExpiresAt, now)));
	return row ?? null;
}

/** Somebody came in by the link. */
export async function markLinkUsed(db: Db, seat: { hearingId: string; seatId: string }, now: Date): Promise<void> {
	await db
		.update(arenaSeat)
		.set({ linkUsedAt: now })
		.where(and(eq(arenaSeat.hearingId, seat.hearingId), eq(arenaSeat.seatId, seat.seatId)));
}

/** Seats that were given to links, of all hearings, the newest first; digests stay where they are. */
export function selectLinkedSeats(db: Db) {
	const { hearingId, seatId, linkName, linkExpiresAt, linkUsedAt, assignedBy, assignedAt } = arenaSeat;
	return db
		.select({
			...{ hearingId, seatId, linkName, linkExpiresAt, linkUsedAt, assignedBy, assignedAt },
			title: arenaHearing.title
		})
		.from(arenaSeat)
		.innerJoin(arenaHearing, eq(arenaHearing.id, hearingId))
		.where(isNotNull(arenaSeat.linkHash))
		.orderBy(desc(assignedAt));
}
