import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { factorReset, formerPassword, pendingSignIn, recoveryCode, secondFactor } from '#db/schema/identity-factors.ts';
import { person, roleGrant, unit } from '#db/schema/identity.ts';

// —— the key ——

/** @param isLocked held until the transaction ends: two requests with one code come one after the other */
export async function selectFactor(db: Db, personId: string, isLocked = false) {
	const asked = db.select().from(secondFactor).where(eq(secondFactor.personId, personId));
	const [row] = await (isLocked ? asked.for('update') : asked);
	return row ?? null;
}

export async function hasConfirmedFactor(db: Db, personId: string): Promise<boolean> {
	const row = await selectFactor(db, personId);
	return row !== null && row.confirmedAt !== null;
}

/** A new key in place of one that was never confirmed. @returns false where a confirmed one stands */
export async function putFactor(db: Db, row: typeof secondFactor.$inferInsert): Promise<boolean> {
	const { key, createdAt, lastStep } = row;
	const set = { key, createdAt, lastStep };
	const rows = await db
		.insert(secondFactor)
		.values(row)
		.onConflictDoUpdate({ target: secondFactor.personId, set, setWhere: isNull(secondFactor.confirmedAt) })
		.returning({ personId: secondFactor.personId });
	return rows.length > 0;
}

export async function updateFactor(
	db: Db,
	personId: string,
	set: Partial<Pick<typeof secondFactor.$inferInsert, 'confirmedAt' | 'lastStep' | 'key'>>
): Promise<void> {
	await db.update(secondFactor).set(set).where(eq(secondFactor.personId, personId));
}

/** Key and recovery codes; the key first, as whoever uses a code locks them. @returns false when there was none */
export async function deleteFactor(db: Db, personId: string): Promise<boolean> {
	const rows = await db
		.delete(secondFactor)
		.where(eq(secondFactor.personId, personId))
		.returning({ confirmedAt: secondFactor.confirmedAt });
	await db.delete(recoveryCode).where(eq(recoveryCode.personId, personId));
	return rows.some(({ confirmedAt }) => confirmedAt !== null);
}

// —— recovery codes ——

export async function replaceRecoveryCodes(db: Db, personId: string, digests: readonly string[], now: Date) {
	await db.delete(recoveryCode).where(eq(recoveryCode.personId, personId));
	await db.insert(recoveryCode).values(digests.map((digest) => ({ personId, digest, createdAt: now })));
}

/** Uses a code up. @returns false when it is not one of the person's or was used before */
export async function spendRecoveryCode(db: Db, personId: string, digest: string, now: Date): Promise<boolean> {
	const rows = await db
		.update(recoveryCode)
		.set({ usedAt: now })
		.where(and(eq(recoveryCode.personId, personId), eq(recoveryCode.digest, digest), isNull(recoveryCode.usedAt)))
		.returning({ digest: recoveryCode.digest });
	return rows.length > 0;
}

export async function countRecoveryCodes(db: Db, personId: string): Promise<number> {
	const [row] = await db
		.select({ left: count() })
		.from(recoveryCode)
		.where(and(eq(recoveryCode.personId, personId), isNull(recoveryCode.usedAt)));
	return row?.left ?? 0;
}

// —— taken away by an administrator ——

export async function insertReset(db: Db, row: typeof factorReset.$inferInsert): Promise<void> {
	await db.insert(factorReset).values(row);
}

/** What the person has not been told yet, newest first. */
export function selectUnseenResets(db: Db, personId: string) {
	return db
		.select({ by: person.name, at: factorReset.resetAt, reason: factorReset.reason })
		.from(factorReset)
		.innerJoin(person, eq(person.id, factorReset.resetBy))
		.where(and(eq(factorReset.personId, personId), isNull(factorReset.seenAt)))
		.orderBy(desc(factorReset.resetAt));
}

export async function markResetsSeen(db: Db, personId: string, now: Date): Promise<void> {
	await db
		.update(factorReset)
		.set({ seenAt: now })
		.where(and(eq(factorReset.personId, personId), isNull(factorReset.seenAt)));
}

/** Active people who have a second factor, and administrators whether they have one or not. */
export function selectFactorHolders(db: Db) {
	const administrators = db
		.select({ id: roleGrant.personId })
		.from(roleGrant)
		.where(and(eq(roleGrant.role, 'administrator'), isNull(roleGrant.endedAt)));
	const isAdministrator = inArray(person.id, administrators);
	return db
		.select({
			...{ id: person.id, name: person.name, account: person.account, unitName: unit.name, unitPath: unit.path },
			since: secondFactor.confirmedAt,
			isAdministrator: sql<boolean>`${isAdministrator}`,
			codesLeft: sql<number>`(select count(*)::int from recovery_code c where c.person_id = ${person.id} and c.used_at is null)`
		})
		.from(person)
		.innerJoin(unit, eq(unit.id, person.unitId))
		.leftJoin(secondFactor, and(eq(secondFactor.personId, person.id), isNotNull(secondFactor.confirmedAt)))
		.where(and(isNull(person.deactivatedAt), sql`(${isNotNull(secondFactor.confirmedAt)} or ${isAdministrator})`))
		.orderBy(asc(unit.path), sql`${person.name} collate "zh-x-icu"`);
}

// —— half a session ——

export async function insertPending(db: Db, row: typeof pendingSignIn.$inferInsert): Promise<void> {
	await db.delete(pendingSignIn).where(lt(pendingSignIn.expiresAt, row.createdAt));
	await db.insert(pendingSignIn).values(row);
}

/** The half session of a token and whose it is, while it holds. */
export async function selectPending(db: Db, tokenHash: Buffer, now: Date) {
	const [row] = await db
		.select({ pending: pendingSignIn, account: person.account, deactivatedAt: person.deactivatedAt })
		.from(pendingSignIn)
		.innerJoin(person, eq(person.id, pendingSignIn.personId))
		.where(and(eq(pendingSignIn.tokenHash, tokenHash), gt(pendingSignIn.expiresAt, now)));
	return row ?? null;
}

/** Ends a half session. @returns false when another request has ended it */
export async function deletePending(db: Db, tokenHash: Buffer): Promise<boolean> {
	const rows = await db
		.delete(pendingSignIn)
		.where(eq(pendingSignIn.tokenHash, tokenHash))
		.returning({ personId: pendingSignIn.personId });
	return rows.length > 0;
}

export async function deletePendingOf(db: Db, personId: string): Promise<void> {
	await db.delete(pendingSignIn).where(eq(pendingSignIn.personId, personId));
}

// —— passwords that were ——

/** The newest ones, as hashes. */
export async function selectFormerPasswords(db: Db, personId: string, most: number): Promise<string[]> {
	const rows = await db
		.select({ passwordHash: formerPassword.passwordHash })
		.from(formerPassword)
		.where(eq(formerPassword.personId, personId))
		.orderBy(desc(formerPassword.replacedAt), desc(formerPassword.id))
		.limit(most);
	return rows.map(({ passwordHash }) => passwordHash);
}

/** Keeps a password that is no longer used, and of all of them the newest `most`. */
export async function keepFormerPassword(db: Db, row: typeof formerPassword.$inferInsert, most: number) {
	await db.insert(formerPassword).values(row);
	await db.execute(sql`delete from former_password where person_id = ${row.personId} and id not in (
		select id from former_password where person_id = ${row.personId} order by replaced_at desc, id desc limit ${most})`);
}
