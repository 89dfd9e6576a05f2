import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { caseVersion } from '#db/schema/cases.ts';
import { commentaryComment, commentaryDecision, commentaryItem } from '#db/schema/cases-commentary.ts';

export type StoredComment = typeof commentaryComment.$inferSelect;
export type StoredDecision = typeof commentaryDecision.$inferSelect;
export type CommentWithDecisions = StoredComment & { readonly decisions: readonly StoredDecision[] };

/** The comments on some meetings, oldest first, with what was decided about them. */
export async function selectComments(db: Db, meetingIds: readonly string[]): Promise<CommentWithDecisions[]> {
	const ids = [...meetingIds];
	const [comments, decisions] = await Promise.all([
		db
			.select()
			.from(commentaryComment)
			.where(inArray(commentaryComment.meetingId, ids))
			.orderBy(asc(commentaryComment.at), asc(commentaryComment.id)),
		db
			.select({ decision: commentaryDecision })
			.from(commentaryDecision)
			.innerJoin(commentaryComment, eq(commentaryComment.id, commentaryDecision.commentId))
			.where(inArray(commentaryComment.meetingId, ids))
			.orderBy(asc(commentaryDecision.number))
	]);
	const byComment = new Map<string, StoredDecision[]>(comments.map(({ id }) => [id, []]));
	for (const { decision } of decisions) byComment.get(decision.commentId)?.push(decision);
	return comments.map((comment) => ({ ...comment, decisions: byComment.get(comment.id)! }));
}

/** The meeting that a comment belongs to. */
export async function selectMeetingOf(db: Db, commentId: string): Promise<string | null> {
	const [row] = await db
		.select({ meetingId: commentaryComment.meetingId })
		.from(commentaryComment)
		.where(eq(commentaryComment.id, commentId));
	return row?.meetingId ?? null;
}

/** @returns false when it is there already: the form was sent twice */
export async function insertComment(db: Db, row: typeof commentaryComment.$inferInsert): Promise<boolean> {
	const { id } = commentaryComment;
	const rows = await db.insert(commentaryComment).values(row).onConflictDoNothing().returning({ id });
	return rows.length > 0;
}

/** @returns false when somebody was first */
export async function insertDecision(db: Db, row: StoredDecision): Promise<boolean> {
	const rows = await db
		.insert(commentaryDecision)
		.values(row)
		.onConflictDoNothing()
		.returning({ number: commentaryDecision.number });
	return rows.length > 0;
}

/** How many comments nobody has decided about, by meeting. */
export async function countPending(db: Db): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.select({ meetingId: commentaryComment.meetingId, count: sql<number>`count(*)::int` })
		.from(commentaryComment)
		.where(
			sql`not exists (select 1 from ${commentaryDecision} where ${commentaryDecision.commentId} = ${commentaryComment.id})`
		)
		.groupBy(commentaryComment.meetingId);
	return new Map(rows.map(({ meetingId, count }) => [meetingId, count]));
}

/** What a ledger page says of comments: the title of the case and the area. */
export function selectCommentTitles(db: Db, ids: readonly string[]) {
	return db
		.select({ id: commentaryComment.id, title: caseVersion.title, area: commentaryComment.area })
		.from(commentaryComment)
		.innerJoin(commentaryItem, eq(commentaryItem.id, commentaryComment.itemId))
		.innerJoin(
			caseVersion,
			and(eq(caseVersion.id, commentaryItem.caseId), eq(caseVersion.version, commentaryItem.caseVersion))
		)
		.where(inArray(commentaryComment.id, [...ids]));
}
