import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { person, unit } from '#db/schema/identity.ts';
import { personMove, unitChange } from '#db/schema/identity-register.ts';
import type { Day } from '#lib/shared/time.ts';

/** The tree is changed by one at a time: whether a name is free and a move goes in a circle depends on all of it. */
export async function lockTree(db: Db): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext('leitai:unit-tree'))`);
}

/** A unit that somebody is about to be put into: it cannot be closed until that is done. */
export async function holdUnit(db: Db, id: string) {
	const [row] = await db.select().from(unit).where(eq(unit.id, id)).for('share');
	return row ?? null;
}

/** A unit that is about to be closed: whoever was being put into it has arrived. */
export async function lockUnit(db: Db, id: string): Promise<void> {
	await db.select({ id: unit.id }).from(unit).where(eq(unit.id, id)).for('update');
}

export async function updateUnit(
	db: Db,
	id: string,
	set: { readonly name?: string; readonly closedOn?: Day | null }
): Promise<void> {
	await db.update(unit).set(set).where(eq(unit.id, id));
}

/** Puts a unit and everything below it to another place, in one statement. */
export async function moveSubtree(
	db: Db,
	id: string,
	to: { readonly parentId: string; readonly from: string; readonly path: string }
): Promise<void> {
	await db
		.update(unit)
		.set({
			parentId: sql`case when ${unit.id} = ${id} then ${to.parentId}::uuid else ${unit.parentId} end`,
			path: sql`${to.path} || substr(${unit.path}, length(${to.from}) + 1)`
		})
		.where(sql`starts_with(${unit.path}, ${to.from})`);
}

export async function insertUnitChange(db: Db, values: typeof unitChange.$inferInsert): Promise<void> {
	await db.insert(unitChange).values(values);
}

/** What became of a unit, newest first. */
export function selectUnitChanges(db: Db, unitId: string) {
	return db
		.select({ change: unitChange, byName: person.name })
		.from(unitChange)
		.leftJoin(person, eq(person.id, unitChange.by))
		.where(eq(unitChange.unitId, unitId))
		.orderBy(desc(unitChange.at), desc(unitChange.id));
}

/** Active people by unit. */
export async function countActive(db: Db): Promise<Map<string, number>> {
	const rows = await db
		.select({ unitId: person.unitId, count: sql<number>`count(*)::int` })
		.from(person)
		.where(isNull(person.deactivatedAt))
		.groupBy(person.unitId)
		.orderBy(asc(person.unitId));
	return new Map(rows.map(({ unitId, count }) => [unitId, count]));
}

/** People who will come to a unit on a day that was recorded. */
export async function countComing(db: Db, unitId: string): Promise<number> {
	const [row] = await db
		.select({ count: sql<number>`count(*)::int` })
		.from(personMove)
		.where(and(eq(personMove.toUnitId, unitId), isNull(personMove.appliedAt), isNull(personMove.cancelledAt)));
	return row?.count ?? 0;
}
