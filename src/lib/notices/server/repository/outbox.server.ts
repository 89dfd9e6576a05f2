import { and, eq, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { mailOutbox, noticeChoice } from '#db/schema/notices.ts';
import type { Day } from '#lib/shared/time.ts';

/** Everybody who wants a digest and for whom nobody has looked today. */
export async function selectUnmailed(db: Db, today: Day): Promise<string[]> {
	const { personId, wantsMail, mailedFor } = noticeChoice;
	const rows = await db
		.select({ personId })
		.from(noticeChoice)
		.where(and(eq(wantsMail, true), or(isNull(mailedFor), lt(mailedFor, today))));
	return rows.map((row) => row.personId);
}

/** Takes a person's digest of a day upon oneself. @returns the address; null when another node was first, or it is not wanted any more */
export async function claimDigest(db: Db, person: string, today: Day): Promise<string | null> {
	const { personId, wantsMail, mailedFor, mailAddress } = noticeChoice;
	const [row] = await db
		.update(noticeChoice)
		.set({ mailedFor: today })
		.where(and(eq(personId, person), eq(wantsMail, true), or(isNull(mailedFor), lt(mailedFor, today))))
		.returning({ mailAddress });
	return row?.mailAddress ?? null;
}

/** One a person and day, whatever happens twice. */
export async function insertLetter(db: Db, row: typeof mailOutbox.$inferInsert): Promise<void> {
	await db.insert(mailOutbox).values(row).onConflictDoNothing();
}

const { id, madeAt, nextTryAt, tryingSince, sentAt, deadAt, tries } = mailOutbox;
const isOpen = and(isNull(sentAt), isNull(deadAt));

/** Letters whose try is due, the oldest first. */
export async function selectDue(db: Db, now: Date, limit: number): Promise<string[]> {
	const rows = await db
		.select({ id })
		.from(mailOutbox)
		.where(and(isOpen, isNull(tryingSince), lte(nextTryAt, now)))
		.orderBy(nextTryAt, id)
		.limit(limit);
	return rows.map((row) => row.id);
}

/** Takes a letter to send it. @returns null when another node has it */
export async function takeLetter(db: Db, letter: string, now: Date) {
	const [row] = await db
		.update(mailOutbox)
		.set({ tryingSince: now, tries: sql`${tries} + 1` })
		.where(and(eq(id, letter), isOpen, isNull(tryingSince), lte(nextTryAt, now)))
		.returning();
	return row ?? null;
}

export async function settleLetter(
	db: Db,
	letter: string,
	became: Partial<Pick<typeof mailOutbox.$inferInsert, 'sentAt' | 'deadAt' | 'fault' | 'nextTryAt'>>
): Promise<void> {
	await db
		.update(mailOutbox)
		.set({ ...became, tryingSince: null })
		.where(eq(id, letter));
}

/** Gives up what was cut off while it was sent, and what is of an earlier day. @returns how many */
export async function giveUp(
	db: Db,
	{ now, cutOff, stale }: { readonly now: Date; readonly cutOff: Date; readonly stale: Date }
): Promise<number> {
	const dead = (fault: string) => ({ deadAt: now, fault, tryingSince: null });
	const cut = await db
		.update(mailOutbox)
		.set(dead('发送时中断，不能确定是否已发出，不再发'))
		.where(and(isOpen, isNotNull(tryingSince), lt(tryingSince, cutOff)))
		.returning({ id });
	const old = await db
		.update(mailOutbox)
		.set(dead('当天没有发出，过时了'))
		.where(and(isOpen, isNull(tryingSince), lt(madeAt, stale)))
		.returning({ id });
	return cut.length + old.length;
}

export async function deleteLettersBefore(db: Db, before: Date): Promise<void> {
	await db.delete(mailOutbox).where(lt(madeAt, before));
}
