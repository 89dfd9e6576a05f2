import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { manuscriptComment } from '#db/schema/studio.ts';

export type StoredComment = typeof manuscriptComment.$inferSelect;

/** Remarks and answers, oldest first. */
export function selectComments(db: Db, manuscriptId: string): Promise<StoredComment[]> {
	return db
		.select()
		.from(manuscriptComment)
		.where(eq(manuscriptComment.manuscriptId, manuscriptId))
		.orderBy(asc(manuscriptComment.writtenAt), asc(manuscriptComment.id));
}

/** Stores what was said; under an id that is taken it is the same once more, or gets an id of its own (`other`). */
export async function insertComment(
	db: Db,
	one: typeof manuscriptComment.$inferInsert,
	other: string
): Promise<string> {
	const { id } = manuscriptComment;
	const [made] = await db.insert(manuscriptComment).values(one).onConflictDoNothing().returning({ id });
	if (made) return made.id;
	const [taken] = await db.select().from(manuscriptComment).where(eq(id, one.id));
	const isSame =
		taken?.text === one.text && taken.writtenBy === one.writtenBy && taken.manuscriptId === one.manuscriptId;
	if (!isSame) await db.insert(manuscriptComment).values({ ...one, id: other });
	return isSame ? one.id : other;
}

/** @returns false when somebody has resolved it before */
export async function resolveComment(
	db: Db,
	id: string,
	{ by, now }: { readonly by: string; readonly now: Date }
): Promise<boolean> {
	const rows = await db
		.update(manuscriptComment)
		.set({ resolvedBy: by, resolvedAt: now })
		.where(and(eq(manuscriptComment.id, id), isNull(manuscriptComment.resolvedAt)))
		.returning({ id: manuscriptComment.id });
	return rows.length > 0;
}
