import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { draft, draftingPieceVersion, draftSubmission } from '#db/schema/drafting.ts';
import { draftObjection, marking, markingResult } from '#db/schema/drafting-marking.ts';
import type { FieldComment, Levels } from '../../domain/marking/mark-sheet.ts';

export type StoredMarking = typeof marking.$inferSelect;
export type StoredObjection = typeof draftObjection.$inferSelect;
export type StoredResult = typeof markingResult.$inferSelect;

const OF_TASK = and(
	eq(draftingPieceVersion.kind, 'task'),
	eq(draftingPieceVersion.id, draft.taskId),
	eq(draftingPieceVersion.version, draft.taskVersion)
);

const GIVEN_LIMIT = 60;

/** A marker's own documents: what is open by the day it came, then what was given, newest first. Nothing about authors. */
export function selectQueue(db: Db, markerId: string) {
	const { id, place, assignedAt, savedAt, givenAt, mark } = marking;
	return db
		.select({
			...{ id, place, assignedAt, savedAt, givenAt, mark, title: draftingPieceVersion.title },
			document: sql<string>`${draftingPieceVersion.body}->>'document'`
		})
		.from(marking)
		.innerJoin(draft, eq(draft.id, marking.draftId))
		.innerJoin(draftingPieceVersion, OF_TASK)
		.where(and(eq(marking.markerId, markerId), isNull(marking.recusedAt)))
		.orderBy(sql`${givenAt} is not null`, desc(givenAt), asc(assignedAt), asc(id))
		.limit(GIVEN_LIMIT);
}

/** A marker's own document; null when it is somebody else's or was handed back. */
export async function selectMarking(db: Db, id: string, markerId: string) {
	const [row] = await db
		.select({ marking, draft, submission: draftSubmission })
		.from(marking)
		.innerJoin(draft, eq(draft.id, marking.draftId))
		.innerJoin(draftSubmission, eq(draftSubmission.draftId, marking.draftId))
		.where(and(eq(marking.id, id), eq(marking.markerId, markerId), isNull(marking.recusedAt)));
	return row ?? null;
}
export type MarkedDraft = NonNullable<Awaited<ReturnType<typeof selectMarking>>>;

/** What all markers of a document did, without those who handed it back. */
export function selectMarkings(db: Db, draftId: string): Promise<StoredMarking[]> {
	return db
		.select()
		.from(marking)
		.where(and(eq(marking.draftId, draftId), isNull(marking.recusedAt)))
		.orderBy(asc(marking.place));
}

/** Markers of one document who give at the same moment stand in a row: each sees what the other gave. */
export async function lockSubmission(db: Db, draftId: string): Promise<void> {
	await db.execute(sql`select 1 from draft_submission where draft_id = ${draftId} for update`);
}

export interface Sheet {
	readonly levels: Levels;
	readonly comments: readonly FieldComment[];
}
type Open = { readonly id: string; readonly markerId: string };

/** Keeps a sheet that is not given yet. @returns false when it was given before, or handed back */
export function saveSheet(db: Db, open: Open, { levels, comments }: Sheet, now: Date): Promise<boolean> {
	return update(db, open, { levels, comments, savedAt: now });
}

/** Gives a mark once and for all. @returns false when it was given before, or handed back */
export function giveSheet(db: Db, open: Open, sheet: Sheet & { readonly mark: number }, now: Date): Promise<boolean> {
	return update(db, open, { ...sheet, savedAt: now, givenAt: now });
}

async function update(db: Db, { id, markerId }: Open, values: Partial<typeof marking.$inferInsert>): Promise<boolean> {
	const rows = await db
		.update(marking)
		.set(values)
		.where(and(eq(marking.id, id), eq(marking.markerId, markerId), isNull(marking.givenAt), isNull(marking.recusedAt)))
		.returning({ id: marking.id });
	return rows.length > 0;
}

/** What the marks came to: after marking, and after an objection. */
export function selectResults(db: Db, draftId: string): Promise<StoredResult[]> {
	return db.select().from(markingResult).where(eq(markingResult.draftId, draftId)).orderBy(asc(markingResult.number));
}

export async function insertResult(db: Db, row: typeof markingResult.$inferInsert): Promise<void> {
	await db.insert(markingResult).values(row).onConflictDoNothing();
}

/** An officer's own document that was handed in. */
export async function selectOwn(db: Db, draftId: string, officerId: string) {
	const [row] = await db
		.select({ draft, submission: draftSubmission })
		.from(draft)
		.innerJoin(draftSubmission, eq(draftSubmission.draftId, draft.id))
		.where(and(eq(draft.id, draftId), eq(draft.officerId, officerId)));
	return row ?? null;
}

export async function selectObjection(db: Db, draftId: string): Promise<StoredObjection | null> {
	const [row] = await db.select().from(draftObjection).where(eq(draftObjection.draftId, draftId));
	return row ?? null;
}

/** @returns false when there is one already: the first stands */
export async function insertObjection(db: Db, row: typeof draftObjection.$inferInsert): Promise<boolean> {
	const rows = await db.insert(draftObjection).values(row).onConflictDoNothing().returning({ id: draftObjection.id });
	return rows.length > 0;
}

/** @returns false when it was answered before */
export async function answerObjection(
	db: Db,
	draftId: string,
	answered: Pick<StoredObjection, 'outcome' | 'answer' | 'answeredAt'>
): Promise<boolean> {
	const rows = await db
		.update(draftObjection)
		.set(answered)
		.where(and(eq(draftObjection.draftId, draftId), isNull(draftObjection.answeredAt)))
		.returning({ id: draftObjection.id });
	return rows.length > 0;
}
