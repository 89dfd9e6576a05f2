import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { caseStudy, caseVersion } from '#db/schema/cases.ts';
import { commentaryItem, commentaryMeeting, commentarySpeaker, commentaryStep } from '#db/schema/cases-commentary.ts';
import type { MeetingState } from '../../domain/commentary/meeting.ts';

export type StoredMeeting = typeof commentaryMeeting.$inferSelect;
export type StoredStep = typeof commentaryStep.$inferSelect;
export type StoredItem = Awaited<ReturnType<typeof selectItems>>[number];
type Plan = Pick<StoredMeeting, 'title' | 'startsAt' | 'place' | 'chairId' | 'recorderId'>;

/** @returns false when it is there already: the form was sent twice */
export async function insertMeeting(db: Db, row: typeof commentaryMeeting.$inferInsert): Promise<boolean> {
	const { id } = commentaryMeeting;
	const rows = await db.insert(commentaryMeeting).values(row).onConflictDoNothing().returning({ id });
	return rows.length > 0;
}

export async function updateMeeting(db: Db, id: string, plan: Plan): Promise<void> {
	await db.update(commentaryMeeting).set(plan).where(eq(commentaryMeeting.id, id));
}

export async function selectMeeting(db: Db, id: string): Promise<StoredMeeting | null> {
	const [row] = await db.select().from(commentaryMeeting).where(eq(commentaryMeeting.id, id));
	return row ?? null;
}

/** Locks a meeting while something about it is changed, and counts the change. */
export async function changeMeeting(db: Db, id: string): Promise<StoredMeeting | null> {
	const [row] = await db
		.update(commentaryMeeting)
		.set({ changes: sql`${commentaryMeeting.changes} + 1` })
		.where(eq(commentaryMeeting.id, id))
		.returning();
	return row ?? null;
}

/** Newest first. */
export function selectMeetings(db: Db): Promise<StoredMeeting[]> {
	return db.select().from(commentaryMeeting).orderBy(desc(commentaryMeeting.startsAt), desc(commentaryMeeting.id));
}

export async function insertStep(db: Db, row: StoredStep): Promise<void> {
	await db.insert(commentaryStep).values(row);
}

export function selectSteps(db: Db, meetingIds: readonly string[]): Promise<StoredStep[]> {
	return db
		.select()
		.from(commentaryStep)
		.where(inArray(commentaryStep.meetingId, [...meetingIds]))
		.orderBy(asc(commentaryStep.number));
}

/** The agendas, in order, with what a line shows of its case. */
export async function selectItems(db: Db, meetingIds: readonly string[]) {
	const rows = await db
		.select({ item: commentaryItem, title: caseVersion.title, polarity: caseVersion.polarity, lead: caseVersion.lead })
		.from(commentaryItem)
		.innerJoin(
			caseVersion,
			and(eq(caseVersion.id, commentaryItem.caseId), eq(caseVersion.version, commentaryItem.caseVersion))
		)
		.where(inArray(commentaryItem.meetingId, [...meetingIds]))
		.orderBy(asc(commentaryItem.place), asc(commentaryItem.id));
	return rows.map(({ item, ...about }) => ({ ...item, ...about }));
}

export function selectSpeakers(db: Db, meetingIds: readonly string[]) {
	return db
		.select({ itemId: commentarySpeaker.itemId, personId: commentarySpeaker.personId })
		.from(commentarySpeaker)
		.innerJoin(commentaryItem, eq(commentaryItem.id, commentarySpeaker.itemId))
		.where(inArray(commentaryItem.meetingId, [...meetingIds]))
		.orderBy(asc(commentarySpeaker.place));
}

/** @returns false when the case is on this agenda already */
export async function insertItem(db: Db, row: typeof commentaryItem.$inferInsert): Promise<boolean> {
	const { id } = commentaryItem;
	const rows = await db.insert(commentaryItem).values(row).onConflictDoNothing().returning({ id });
	return rows.length > 0;
}

export async function updateItem(
	db: Db,
	id: string,
	change: Partial<Pick<typeof commentaryItem.$inferSelect, 'minutes' | 'expertId' | 'place' | 'startedAt' | 'endedAt'>>
): Promise<void> {
	await db.update(commentaryItem).set(change).where(eq(commentaryItem.id, id));
}

export async function deleteItem(db: Db, id: string): Promise<void> {
	await db.delete(commentaryItem).where(eq(commentaryItem.id, id));
}

/** Whatever is on ends at this instant. */
export async function endItems(db: Db, meetingId: string, now: Date): Promise<void> {
	await db
		.update(commentaryItem)
		.set({ endedAt: now })
		.where(
			and(
				eq(commentaryItem.meetingId, meetingId),
				isNull(commentaryItem.endedAt),
				sql`${commentaryItem.startedAt} is not null`
			)
		);
}

export async function replaceSpeakers(db: Db, itemId: string, people: readonly string[]): Promise<void> {
	await db.delete(commentarySpeaker).where(eq(commentarySpeaker.itemId, itemId));
	const rows = people.map((personId, index) => ({ itemId, place: index + 1, personId }));
	if (rows.length > 0) await db.insert(commentarySpeaker).values(rows);
}

/** What can be put on an agenda: the published cases in their present version. */
export function selectPublishedCases(db: Db) {
	return db
		.select({
			id: caseVersion.id,
			version: caseVersion.version,
			title: caseVersion.title,
			polarity: caseVersion.polarity
		})
		.from(caseStudy)
		.innerJoin(caseVersion, and(eq(caseVersion.id, caseStudy.id), eq(caseVersion.version, caseStudy.currentVersion)))
		.orderBy(asc(caseVersion.polarity), asc(caseVersion.title));
}

/** The text of a case in the version of an agenda. */
export async function selectVersionBody(db: Db, id: string, version: number) {
	const [row] = await db
		.select({ body: caseVersion.body })
		.from(caseVersion)
		.where(and(eq(caseVersion.id, id), eq(caseVersion.version, version)));
	return row?.body ?? null;
}

export const stateOf = (steps: readonly StoredStep[], meetingId: string): MeetingState =>
	steps.findLast((step) => step.meetingId === meetingId)?.state ?? 'planned';
