import { type SQL, and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { person, roleGrant, unit } from '#db/schema/identity.ts';
import type { Day } from '#lib/shared/time.ts';
import type { Duty } from '../../domain/duties.ts';

/** That a grant counts on a day: not ended, begun, not run out. */
export const grantHolds = (today: Day): SQL =>
	and(
		isNull(roleGrant.endedAt),
		sql`(${roleGrant.fromOn} is null or ${roleGrant.fromOn} <= ${today})`,
		sql`(${roleGrant.untilOn} is null or ${roleGrant.untilOn} >= ${today})`
	)!;

/** That a grant counts on a day or will do so later. */
export const grantIsOpen = (today: Day): SQL =>
	and(isNull(roleGrant.endedAt), sql`(${roleGrant.untilOn} is null or ${roleGrant.untilOn} >= ${today})`)!;

/** Every grant that a person has or had, with its unit; newest first. */
export function selectAllGrants(db: Db, personId: string) {
	return db
		.select({ grant: roleGrant, unitName: unit.name, unitPath: unit.path })
		.from(roleGrant)
		.innerJoin(unit, eq(unit.id, roleGrant.unitId))
		.where(eq(roleGrant.personId, personId))
		.orderBy(sql`${roleGrant.grantedAt} desc`, asc(roleGrant.role));
}

export async function selectGrant(db: Db, id: string) {
	const [row] = await db
		.select({ grant: roleGrant, unitPath: unit.path, unitName: unit.name })
		.from(roleGrant)
		.innerJoin(unit, eq(unit.id, roleGrant.unitId))
		.where(eq(roleGrant.id, id));
	return row ?? null;
}

/** Grants of a person that count now or later. */
export function selectOpenGrants(db: Db, personId: string, today: Day) {
	return db
		.select()
		.from(roleGrant)
		.where(and(eq(roleGrant.personId, personId), grantIsOpen(today)));
}

interface Ending {
	readonly endedBy: string | null;
	readonly endReason: string;
}

/** Ends grants now. */
export async function endGrants(db: Db, ids: readonly string[], now: Date, ending: Ending): Promise<void> {
	if (ids.length === 0) return;
	await db
		.update(roleGrant)
		.set({ endedAt: now, ...ending })
		.where(and(inArray(roleGrant.id, [...ids]), isNull(roleGrant.endedAt)));
}

/** Gives a grant a last day. */
export async function limitGrant(db: Db, id: string, untilOn: Day, ending: Ending): Promise<void> {
	await db
		.update(roleGrant)
		.set({ untilOn, ...ending })
		.where(and(eq(roleGrant.id, id), isNull(roleGrant.endedAt)));
}

/** Active people who hold a separated duty now for a unit or for one above it. */
export async function selectDutyHolders(db: Db, unitPath: string, today: Day) {
	const rows = await db
		.selectDistinct({ personId: person.id, name: person.name, role: roleGrant.role })
		.from(roleGrant)
		.innerJoin(person, eq(person.id, roleGrant.personId))
		.innerJoin(unit, eq(unit.id, roleGrant.unitId))
		.where(
			and(
				inArray(roleGrant.role, ['administrator', 'supervisor', 'auditor']),
				grantHolds(today),
				isNull(person.deactivatedAt),
				sql`starts_with(${unitPath}, ${unit.path})`
			)
		)
		.orderBy(asc(person.id));
	return rows as (Omit<(typeof rows)[number], 'role'> & { role: Duty })[];
}

/** How many active people administer the whole tree now and have no end, leaving one out. */
export async function countOtherRootAdministrators(db: Db, personId: string, today: Day): Promise<number> {
	const [row] = await db
		.select({ count: sql<number>`count(distinct ${person.id})::int` })
		.from(roleGrant)
		.innerJoin(person, eq(person.id, roleGrant.personId))
		.innerJoin(unit, eq(unit.id, roleGrant.unitId))
		.where(
			and(
				eq(roleGrant.role, 'administrator'),
				...[grantHolds(today), isNull(roleGrant.untilOn), isNull(person.deactivatedAt), isNull(unit.parentId)],
				sql`${person.id} <> ${personId}`
			)
		);
	return row?.count ?? 0;
}

/** Changes of separated duties go one after the other, so that two of them cannot leave a bureau without an administrator. */
export async function lockDuties(db: Db): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext('leitai:duties'))`);
}
