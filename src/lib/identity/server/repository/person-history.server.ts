import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '#db/connect.ts';
import { person, unit } from '#db/schema/identity.ts';
import { personLeave, personMove, personStanding } from '#db/schema/identity-register.ts';
import type { Day } from '#lib/shared/time.ts';

// —— moves ——

const fromUnit = alias(unit, 'from_unit');

/** Where somebody came from and is going, newest first, without what was taken back. */
export function selectMoves(db: Db, personId: string) {
	return db
		.select({ move: personMove, fromName: fromUnit.name, toName: unit.name, byName: person.name })
		.from(personMove)
		.innerJoin(fromUnit, eq(fromUnit.id, personMove.fromUnitId))
		.innerJoin(unit, eq(unit.id, personMove.toUnitId))
		.innerJoin(person, eq(person.id, personMove.recordedBy))
		.where(and(eq(personMove.personId, personId), isNull(personMove.cancelledAt)))
		.orderBy(desc(personMove.movedOn));
}

export async function insertMove(db: Db, values: typeof personMove.$inferInsert): Promise<void> {
	await db.insert(personMove).values(values);
}

const isWaiting = and(isNull(personMove.appliedAt), isNull(personMove.cancelledAt));

/** Takes a move back that has not taken place. @returns whether there was one */
export async function cancelMove(db: Db, id: string, personId: string, now: Date): Promise<boolean> {
	const rows = await db
		.update(personMove)
		.set({ cancelledAt: now })
		.where(and(eq(personMove.id, id), eq(personMove.personId, personId), isWaiting))
		.returning({ id: personMove.id });
	return rows.length > 0;
}

/** Moves whose day has come, each locked: two nodes do not take the same one. */
export function lockDueMoves(db: Db, today: Day) {
	return db
		.select()
		.from(personMove)
		.where(and(lte(personMove.movedOn, today), isWaiting))
		.orderBy(asc(personMove.movedOn))
		.limit(200)
		.for('update', { skipLocked: true });
}

export async function markApplied(db: Db, id: string, now: Date): Promise<void> {
	await db.update(personMove).set({ appliedAt: now }).where(eq(personMove.id, id));
}

// —— days away ——

/** Days away of a person, latest first, without what was taken back. */
export function selectLeaves(db: Db, personId: string) {
	return db
		.select()
		.from(personLeave)
		.where(and(eq(personLeave.personId, personId), isNull(personLeave.cancelledAt)))
		.orderBy(desc(personLeave.fromOn));
}

export async function insertLeave(db: Db, values: typeof personLeave.$inferInsert): Promise<void> {
	await db.insert(personLeave).values(values);
}

/** @returns the days that were taken back, if there were any */
export async function cancelLeave(db: Db, id: string, personId: string, now: Date) {
	const [row] = await db
		.update(personLeave)
		.set({ cancelledAt: now })
		.where(and(eq(personLeave.id, id), eq(personLeave.personId, personId), isNull(personLeave.cancelledAt)))
		.returning();
	return row ?? null;
}

/** Which of these people are away on a day. */
export async function selectAbsent(db: Db, ids: readonly string[], day: Day): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: personLeave.personId })
		.from(personLeave)
		.where(
			and(
				inArray(personLeave.personId, [...ids]),
				isNull(personLeave.cancelledAt),
				sql`${day} between ${personLeave.fromOn} and ${personLeave.untilOn}`
			)
		);
	return rows.map(({ id }) => id);
}

// —— accounts closed and opened again ——

export function selectStandings(db: Db, personId: string) {
	return db
		.select({ standing: personStanding, byName: person.name })
		.from(personStanding)
		.innerJoin(person, eq(person.id, personStanding.by))
		.where(eq(personStanding.personId, personId))
		.orderBy(desc(personStanding.at));
}

export async function insertStanding(db: Db, values: typeof personStanding.$inferInsert): Promise<void> {
	await db.insert(personStanding).values(values);
}
