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

export async function insertComment(db: Db, one: typeof manuscriptComment.$inferInsert): Promise<void> {
	await db.insert(manuscriptComment).values(one).onConflictDoNothing();
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
