import { eq, lt } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { noticeChoice, noticeRead } from '#db/schema/notices.ts';
import type { NoticeKind } from '../../domain/kinds.ts';

const readOwn = statement<{ off: NoticeKind[] | null; read: string[] }>(`
	select (select to_json(off) from notice_choice where person_id = $1) as off,
		coalesce((select json_agg(kind || ' ' || about) from notice_read
			where person_id = $1 and read_at >= $2::timestamptz), '[]') as read`);

/** What a person ($1) does not want to be told, and what was read since an instant. */
export async function selectOwn(db: Db, personId: string, since: string) {
	const [row] = await readOwn(db, [personId, since]);
	return { off: new Set<string>(row!.off ?? []), read: new Set(row!.read) };
}

export async function insertRead(db: Db, rows: readonly (typeof noticeRead.$inferInsert)[]): Promise<void> {
	if (rows.length > 0)
		await db
			.insert(noticeRead)
			.values([...rows])
			.onConflictDoNothing();
}

/** What is no longer told need not be remembered as read. */
export async function deleteReadBefore(db: Db, before: Date): Promise<void> {
	await db.delete(noticeRead).where(lt(noticeRead.readAt, before));
}

export type Choice = typeof noticeChoice.$inferSelect;

export async function selectChoice(db: Db, personId: string): Promise<Choice | null> {
	const [row] = await db.select().from(noticeChoice).where(eq(noticeChoice.personId, personId));
	return row ?? null;
}

export async function saveChoice(
	db: Db,
	{ personId, ...chosen }: Omit<typeof noticeChoice.$inferInsert, 'mailedFor'>
): Promise<void> {
	await db
		.insert(noticeChoice)
		.values({ personId, ...chosen })
		.onConflictDoUpdate({ target: noticeChoice.personId, set: chosen });
}
