import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import {
	panelFile,
	panelItem,
	panelItemStep,
	panelObjection,
	panelSheet,
	reviewPanel
} from '#db/schema/drafting-review.ts';
import type { ScoreSheet } from '../../domain/review/score-sheet.ts';

export type StoredPanel = typeof reviewPanel.$inferSelect;
export type StoredPanelFile = typeof panelFile.$inferSelect;
export type StoredSheet = typeof panelSheet.$inferSelect;
export type StoredObjection = typeof panelObjection.$inferSelect;
export type StoredItem = typeof panelItem.$inferSelect;
export type StoredItemStep = typeof panelItemStep.$inferSelect;

interface NewPanel {
	readonly panel: typeof reviewPanel.$inferInsert;
	readonly files: readonly (typeof panelFile.$inferInsert)[];
	readonly sheets: readonly (typeof panelSheet.$inferInsert)[];
}

/** Stores a round with its files and first sheets. @returns false when there is one of this title in the period */
export async function insertPanel(db: Db, { panel, files, sheets }: NewPanel): Promise<boolean> {
	const made = await db.insert(reviewPanel).values(panel).onConflictDoNothing().returning({ id: reviewPanel.id });
	if (made.length === 0) return false;
	await db.insert(panelFile).values([...files]);
	await db.insert(panelSheet).values([...sheets]);
	return true;
}

export function selectPanels(db: Db): Promise<StoredPanel[]> {
	return db.select().from(reviewPanel).orderBy(desc(reviewPanel.drawnAt));
}

export function selectFiles(db: Db, panelIds: readonly string[]): Promise<StoredPanelFile[]> {
	if (panelIds.length === 0) return Promise.resolve([]);
	return db
		.select()
		.from(panelFile)
		.where(inArray(panelFile.panelId, [...panelIds]))
		.orderBy(asc(panelFile.number));
}

export async function selectFile(db: Db, id: string): Promise<StoredPanelFile | null> {
	const [row] = await db.select().from(panelFile).where(eq(panelFile.id, id));
	return row ?? null;
}

/** Locks a file while something about it is decided. */
export async function lockFile(db: Db, id: string): Promise<StoredPanelFile> {
	const [row] = await db.select().from(panelFile).where(eq(panelFile.id, id)).for('update');
	return row!;
}

/** What belongs to some files: sheets by place, objections, things to mend with their steps. */
export async function selectAround(db: Db, fileIds: readonly string[]) {
	const ids = [...fileIds];
	if (ids.length === 0) return { sheets: [], objections: [], items: [], steps: [] };
	const [sheets, objections, items, steps] = await Promise.all([
		db.select().from(panelSheet).where(inArray(panelSheet.fileId, ids)).orderBy(asc(panelSheet.place)),
		db.select().from(panelObjection).where(inArray(panelObjection.fileId, ids)),
		db.select().from(panelItem).where(inArray(panelItem.fileId, ids)).orderBy(asc(panelItem.number)),
		selectSteps(db, ids)
	]);
	return { sheets, objections, items, steps };
}
export type Around = Awaited<ReturnType<typeof selectAround>>;

function selectSteps(db: Db, fileIds: string[]): Promise<StoredItemStep[]> {
	const { itemId, number, step, note, by, at } = panelItemStep;
	return db
		.select({ itemId, number, step, note, by, at })
		.from(panelItemStep)
		.innerJoin(panelItem, eq(panelItem.id, itemId))
		.where(inArray(panelItem.fileId, fileIds))
		.orderBy(asc(number));
}

/** Signs a sheet once. @returns false when it is signed already or not this person's */
export async function signSheet(
	db: Db,
	{ fileId, reviewerId, sheet, now }: { fileId: string; reviewerId: string; sheet: ScoreSheet; now: Date }
): Promise<boolean> {
	const isOpen = and(
		...[eq(panelSheet.fileId, fileId), eq(panelSheet.reviewerId, reviewerId)],
		isNull(panelSheet.signedAt)
	);
	const rows = await db
		.update(panelSheet)
		.set({ sheet, signedAt: now })
		.where(isOpen)
		.returning({ place: panelSheet.place });
	return rows.length > 0;
}

export async function insertSheet(db: Db, one: typeof panelSheet.$inferInsert): Promise<void> {
	await db.insert(panelSheet).values(one);
}

export async function settleFile(db: Db, id: string, now: Date): Promise<void> {
	await db.update(panelFile).set({ settledAt: now }).where(eq(panelFile.id, id));
}

export async function closeFile(db: Db, id: string, now: Date): Promise<void> {
	await db.update(panelFile).set({ closedAt: now }).where(eq(panelFile.id, id));
}

/** @returns false when the unit has objected already */
export async function insertObjection(db: Db, one: typeof panelObjection.$inferInsert): Promise<boolean> {
	const rows = await db
		.insert(panelObjection)
		.values(one)
		.onConflictDoNothing()
		.returning({ id: panelObjection.fileId });
	return rows.length > 0;
}

export async function answerObjection(
	db: Db,
	fileId: string,
	answer: Pick<StoredObjection, 'isUpheld' | 'changedTotal' | 'answer' | 'answeredBy' | 'answeredAt'>
): Promise<void> {
	await db.update(panelObjection).set(answer).where(eq(panelObjection.fileId, fileId));
}

export async function insertItem(db: Db, one: typeof panelItem.$inferInsert): Promise<void> {
	await db.insert(panelItem).values(one);
}

/** @returns false when somebody was first */
export async function insertStep(db: Db, one: StoredItemStep): Promise<boolean> {
	const rows = await db
		.insert(panelItemStep)
		.values(one)
		.onConflictDoNothing()
		.returning({ number: panelItemStep.number });
	return rows.length > 0;
}
