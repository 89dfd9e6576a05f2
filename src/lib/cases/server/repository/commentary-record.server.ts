import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import {
	commentaryAction,
	commentaryItem,
	commentaryMinutes,
	commentaryNote,
	commentaryNoteText,
	commentaryVerdict
} from '#db/schema/cases-commentary.ts';

export type StoredNote = Awaited<ReturnType<typeof selectNotes>>[number];
export type StoredVerdict = typeof commentaryVerdict.$inferSelect;
export type StoredAction = typeof commentaryAction.$inferSelect;

/** The lines of a meeting by time, each with its last text. */
export async function selectNotes(db: Db, meetingId: string) {
	const { noteId, revision, text } = commentaryNoteText;
	const last = db
		.selectDistinctOn([noteId], { noteId, revision, text })
		.from(commentaryNoteText)
		.orderBy(asc(noteId), desc(revision))
		.as('last');
	return db
		.select({
			...{ id: commentaryNote.id, itemId: commentaryNote.itemId, by: commentaryNote.by, at: commentaryNote.at },
			...{ revision: last.revision, text: last.text }
		})
		.from(commentaryNote)
		.innerJoin(last, eq(last.noteId, commentaryNote.id))
		.where(eq(commentaryNote.meetingId, meetingId))
		.orderBy(asc(commentaryNote.at), asc(commentaryNote.id));
}

/** @returns false when the line is there already */
export async function insertNote(db: Db, row: typeof commentaryNote.$inferInsert): Promise<boolean> {
	const rows = await db.insert(commentaryNote).values(row).onConflictDoNothing().returning({ id: commentaryNote.id });
	return rows.length > 0;
}

export async function insertNoteText(db: Db, row: typeof commentaryNoteText.$inferInsert): Promise<void> {
	await db.insert(commentaryNoteText).values(row);
}

/** The last word of each expert. */
export function selectVerdicts(db: Db, meetingId: string): Promise<StoredVerdict[]> {
	const { itemId, revision, strengths, faults, better, lesson, by, at } = commentaryVerdict;
	return db
		.selectDistinctOn([itemId], { itemId, revision, strengths, faults, better, lesson, by, at })
		.from(commentaryVerdict)
		.innerJoin(commentaryItem, eq(commentaryItem.id, itemId))
		.where(eq(commentaryItem.meetingId, meetingId))
		.orderBy(asc(itemId), desc(revision));
}

export async function insertVerdict(db: Db, row: StoredVerdict): Promise<void> {
	await db.insert(commentaryVerdict).values(row);
}

export function selectActions(db: Db, meetingId: string): Promise<StoredAction[]> {
	return db
		.select()
		.from(commentaryAction)
		.where(eq(commentaryAction.meetingId, meetingId))
		.orderBy(asc(commentaryAction.number));
}

export async function insertAction(db: Db, row: typeof commentaryAction.$inferInsert): Promise<void> {
	await db.insert(commentaryAction).values(row);
}

/** What is done stays done. */
export async function finishAction(
	db: Db,
	id: string,
	done: Pick<StoredAction, 'doneNote' | 'doneBy' | 'doneAt'>
): Promise<void> {
	await db
		.update(commentaryAction)
		.set(done)
		.where(and(eq(commentaryAction.id, id), isNull(commentaryAction.doneAt)));
}

export async function insertMinutes(db: Db, row: typeof commentaryMinutes.$inferInsert): Promise<void> {
	await db.insert(commentaryMinutes).values(row);
}

export async function selectMinutes(db: Db, meetingId: string) {
	const [row] = await db.select().from(commentaryMinutes).where(eq(commentaryMinutes.meetingId, meetingId));
	return row ?? null;
}
