import { eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { person, session, unit } from '#db/schema/identity.ts';

/** A person with the unit, locked: what is decided about somebody is decided by one at a time. */
export async function lockPerson(db: Db, id: string) {
	const [row] = await db.select().from(person).where(eq(person.id, id)).for('no key update');
	return row ?? null;
}

/** A person with the unit, as the register shows them. */
export async function selectRegistered(db: Db, id: string) {
	const sessions = sql<number>`(select count(*)::int from ${session} where ${session.personId} = ${person.id})`;
	const [row] = await db
		.select({ person, unitName: unit.name, unitPath: unit.path, sessions })
		.from(person)
		.innerJoin(unit, eq(unit.id, person.unitId))
		.where(eq(person.id, id));
	return row ?? null;
}

export type PersonChange = Partial<
	Pick<
		typeof person.$inferInsert,
		| 'account'
		| 'name'
		| 'unitId'
		| 'certificateNumber'
		| 'certificateExpiresOn'
		| 'joinedOn'
		| 'passwordHash'
		| 'mustChangePassword'
		| 'deactivatedAt'
	>
>;

export async function updatePerson(db: Db, id: string, change: PersonChange): Promise<void> {
	await db.update(person).set(change).where(eq(person.id, id));
}

/** Whose account it is. */
export async function findByAccount(db: Db, account: string): Promise<string | null> {
	const [row] = await db.select({ id: person.id }).from(person).where(eq(person.account, account));
	return row?.id ?? null;
}

/** Whose certificate it is, of the people who are here. */
export async function findByCertificate(db: Db, number: string) {
	const [row] = await db
		.select({ id: person.id, name: person.name })
		.from(person)
		.where(sql`${person.certificateNumber} = ${number} and ${person.deactivatedAt} is null`)
		.limit(1);
	return row ?? null;
}
