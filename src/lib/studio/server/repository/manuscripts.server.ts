import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { manuscript, manuscriptAuthor, manuscriptStep } from '#db/schema/studio.ts';
import type { Fields, Kind } from '../../domain/manuscript.ts';
import { OPEN_STATES, type State } from '../../domain/workflow.ts';

export type StoredManuscript = typeof manuscript.$inferSelect;
export type StoredStep = typeof manuscriptStep.$inferSelect;
type NewManuscript = typeof manuscript.$inferInsert;

/** Begins a manuscript, unless one with its id, or an open one of its piece, is there. @returns whether it was begun */
export async function insertManuscript(db: Db, one: NewManuscript): Promise<boolean> {
	const [made] = await db.insert(manuscript).values(one).onConflictDoNothing().returning({ id: manuscript.id });
	return made !== undefined;
}

/** The manuscript that changes a piece now. */
export async function selectOpen(db: Db, kind: Kind, pieceId: string): Promise<StoredManuscript | null> {
	const [row] = await db
		.select()
		.from(manuscript)
		.where(
			and(eq(manuscript.kind, kind), eq(manuscript.pieceId, pieceId), inArray(manuscript.state, [...OPEN_STATES]))
		);
	return row ?? null;
}

export async function selectManuscript(db: Db, id: string): Promise<StoredManuscript | null> {
	const [row] = await db.select().from(manuscript).where(eq(manuscript.id, id));
	return row ?? null;
}

/** The same, held against other writers until the transaction ends. */
export async function lockManuscript(db: Db, id: string): Promise<StoredManuscript | null> {
	const [row] = await db.select().from(manuscript).where(eq(manuscript.id, id)).for('update');
	return row ?? null;
}

export async function writeManuscript(
	db: Db,
	id: string,
	{ fields, title, by, now }: { fields: Fields; title: string; by: string; now: Date }
): Promise<void> {
	await db.update(manuscript).set({ fields, title, savedBy: by, savedAt: now }).where(eq(manuscript.id, id));
	await addAuthor(db, id, { by, now });
}

/** Who wrote in it stays its author, whatever becomes of the words. */
export async function addAuthor(db: Db, id: string, { by, now }: { by: string; now: Date }): Promise<void> {
	await db.insert(manuscriptAuthor).values({ manuscriptId: id, personId: by, since: now }).onConflictDoNothing();
}

/** Everybody who wrote in it, the first one first. */
export async function selectAuthors(db: Db, id: string): Promise<string[]> {
	const rows = await db
		.select({ personId: manuscriptAuthor.personId })
		.from(manuscriptAuthor)
		.where(eq(manuscriptAuthor.manuscriptId, id))
		.orderBy(asc(manuscriptAuthor.since), asc(manuscriptAuthor.personId));
	return rows.map(({ personId }) => personId);
}

export async function hasWritten(
	db: Db,
	{ kind, pieceId }: { readonly kind: Kind; readonly pieceId: string },
	personId: string
): Promise<boolean> {
	const rows = await db
		.select({ id: manuscript.id })
		.from(manuscript)
		.innerJoin(manuscriptAuthor, eq(manuscriptAuthor.manuscriptId, manuscript.id))
		.where(and(eq(manuscript.kind, kind), eq(manuscript.pieceId, pieceId), eq(manuscriptAuthor.personId, personId)))
		.limit(1);
	return rows.length > 0;
}

/** The log, oldest first. */
export function selectSteps(db: Db, id: string): Promise<StoredStep[]> {
	return db
		.select()
		.from(manuscriptStep)
		.where(eq(manuscriptStep.manuscriptId, id))
		.orderBy(asc(manuscriptStep.number));
}

export type NewStep = Pick<StoredStep, 'act' | 'state' | 'personId' | 'reason' | 'version' | 'at'>;

/** Appends to the log of a locked manuscript and brings its state to the step’s. */
export async function appendStep(
	db: Db,
	id: string,
	step: NewStep,
	published: { pieceId: string; version: number } | null = null
): Promise<void> {
	const next = sql<number>`(select coalesce(max(number), 0) + 1 from manuscript_step where manuscript_id = ${id})`;
	await db.insert(manuscriptStep).values({ manuscriptId: id, number: next, ...step });
	const became = published ? { pieceId: published.pieceId, publishedAs: published.version } : {};
	await db
		.update(manuscript)
		.set({ state: step.state, stateSince: step.at, ...became })
		.where(eq(manuscript.id, id));
}

/** Locked manuscripts that a piece was published from, other than this one. */
export function lockPublished(db: Db, kind: Kind, pieceId: string, except: string) {
	const state: State = 'published';
	return db
		.select({ id: manuscript.id })
		.from(manuscript)
		.where(
			and(
				eq(manuscript.kind, kind),
				eq(manuscript.pieceId, pieceId),
				eq(manuscript.state, state),
				sql`${manuscript.id} <> ${except}`
			)
		)
		.for('update');
}
