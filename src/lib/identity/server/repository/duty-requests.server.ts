import { and, desc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '#db/connect.ts';
import { person, unit } from '#db/schema/identity.ts';
import { dutyRequest } from '#db/schema/identity-register.ts';
import type { RequestVerdict } from '../../domain/duty-request.ts';

export type StoredRequest = typeof dutyRequest.$inferSelect;

const requester = alias(person, 'requester');
const decider = alias(person, 'decider');

const shown = (db: Db) =>
	db
		.select({
			...{ request: dutyRequest, name: person.name, account: person.account },
			...{ unitName: unit.name, unitPath: unit.path, requestedByName: requester.name, decidedByName: decider.name }
		})
		.from(dutyRequest)
		.innerJoin(person, eq(person.id, dutyRequest.personId))
		.innerJoin(unit, eq(unit.id, dutyRequest.unitId))
		.innerJoin(requester, eq(requester.id, dutyRequest.requestedBy))
		.leftJoin(decider, eq(decider.id, dutyRequest.decidedBy));

/** Requests that nobody has decided, oldest first; some may have run out. */
export const selectOpenRequests = (db: Db) =>
	shown(db).where(isNull(dutyRequest.verdict)).orderBy(dutyRequest.requestedAt);

export const selectDecidedRequests = (db: Db, limit: number) =>
	shown(db).where(isNotNull(dutyRequest.verdict)).orderBy(desc(dutyRequest.decidedAt)).limit(limit);

/** Everything that was asked about a person, newest first. */
export const selectRequestsAbout = (db: Db, personId: string) =>
	shown(db).where(eq(dutyRequest.personId, personId)).orderBy(desc(dutyRequest.requestedAt));

/** @returns false when a request about this person is open already */
export async function insertRequest(db: Db, values: typeof dutyRequest.$inferInsert): Promise<boolean> {
	const rows = await db.insert(dutyRequest).values(values).onConflictDoNothing().returning({ id: dutyRequest.id });
	return rows.length > 0;
}

/** Requests about a person that have run out make room for another. */
export async function expireRequests(db: Db, personId: string, now: Date): Promise<void> {
	await db
		.update(dutyRequest)
		.set({ verdict: 'expired', decidedAt: now })
		.where(and(eq(dutyRequest.personId, personId), isNull(dutyRequest.verdict), lte(dutyRequest.expiresAt, now)));
}

/** Behind this lock one decision is taken after the other. */
export async function lockRequest(db: Db, id: string): Promise<StoredRequest | null> {
	const [row] = await db.select().from(dutyRequest).where(eq(dutyRequest.id, id)).for('update');
	return row ?? null;
}

export async function saveDecision(
	db: Db,
	id: string,
	decided: { verdict: RequestVerdict; decidedBy: string; decidedAt: Date; decisionReason: string | null }
): Promise<void> {
	await db.update(dutyRequest).set(decided).where(eq(dutyRequest.id, id));
}

/** A request with the path of its unit. */
export async function selectRequest(db: Db, id: string) {
	const [row] = await shown(db).where(eq(dutyRequest.id, id));
	return row ?? null;
}

/** Path of the unit on which all others hang. */
export async function rootPath(db: Db): Promise<string> {
	const [row] = await db.select({ path: unit.path }).from(unit).where(isNull(unit.parentId)).limit(1);
	return row?.path ?? '/';
}
