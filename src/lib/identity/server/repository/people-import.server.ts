import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { personImport, personImportChange } from '#db/schema/identity-import.ts';
import type { Mapping } from '../../domain/import/fields.ts';
import type { Decision } from '../../domain/import/judgement.ts';

export type ImportRow = typeof personImport.$inferSelect;
const ABOUT = {
	...{ id: personImport.id, name: personImport.name, digest: personImport.digest, source: personImport.source },
	...{ state: personImport.state, counts: personImport.counts, uploadedBy: personImport.uploadedBy },
	...{ uploadedAt: personImport.uploadedAt, finishedAt: personImport.finishedAt },
	...{ undoneBy: personImport.undoneBy, undoneAt: personImport.undoneAt }
};

export async function insertImport(db: Db, row: typeof personImport.$inferInsert): Promise<void> {
	await db.insert(personImport).values(row);
}

export async function selectImport(db: Db, id: string): Promise<ImportRow | null> {
	const [row] = await db.select().from(personImport).where(eq(personImport.id, id));
	return row ?? null;
}

/** Locked, so that of two who confirm or undo at once the second sees what the first did. */
export async function lockImport(db: Db, id: string): Promise<ImportRow | null> {
	const [row] = await db.select().from(personImport).where(eq(personImport.id, id)).for('update');
	return row ?? null;
}

/** The latest imports without their tables: of one uploader, or of all. */
export function selectImports(db: Db, uploadedBy: string | null, limit: number) {
	return db
		.select(ABOUT)
		.from(personImport)
		.where(uploadedBy === null ? undefined : eq(personImport.uploadedBy, uploadedBy))
		.orderBy(desc(personImport.uploadedAt))
		.limit(limit);
}

export async function findDraft(db: Db, uploadedBy: string, digest: string): Promise<string | null> {
	const isSame = and(eq(personImport.uploadedBy, uploadedBy), eq(personImport.digest, digest));
	const [row] = await db
		.select({ id: personImport.id })
		.from(personImport)
		.where(and(isSame, eq(personImport.state, 'draft')));
	return row?.id ?? null;
}

/** Drafts that nobody confirmed, and one draft that somebody gives up: their tables are about people and are not kept. */
export async function deleteDrafts(db: Db, which: { readonly id: string } | { readonly before: Date }): Promise<void> {
	const chosen = 'id' in which ? eq(personImport.id, which.id) : lt(personImport.uploadedAt, which.before);
	await db.delete(personImport).where(and(eq(personImport.state, 'draft'), chosen));
}

export async function saveMapping(
	db: Db,
	id: string,
	values: { readonly mapping: Mapping | null; readonly makesUnits: boolean }
): Promise<void> {
	await db
		.update(personImport)
		.set(values)
		.where(and(eq(personImport.id, id), eq(personImport.state, 'draft')));
}

/** Decisions about some rows; those about others stay as they are. */
export async function saveDecisions(db: Db, id: string, decisions: Readonly<Record<number, Decision>>): Promise<void> {
	const merged = sql`${personImport.decisions} || ${JSON.stringify(decisions)}::text::jsonb`;
	await db
		.update(personImport)
		.set({ decisions: merged })
		.where(and(eq(personImport.id, id), eq(personImport.state, 'draft')));
}

export async function finishImport(
	db: Db,
	id: string,
	values: Pick<ImportRow, 'counts' | 'finishedAt'>
): Promise<void> {
	const ended = { state: 'done', content: null, mapping: null, decisions: {} } as const;
	await db
		.update(personImport)
		.set({ ...ended, ...values })
		.where(eq(personImport.id, id));
}

/** The import that was confirmed last and stands: the only one that can be undone. */
export async function selectLastDone(db: Db): Promise<string | null> {
	const [row] = await db
		.select({ id: personImport.id })
		.from(personImport)
		.where(eq(personImport.state, 'done'))
		.orderBy(desc(personImport.finishedAt), desc(personImport.id))
		.limit(1);
	return row?.id ?? null;
}

export function selectChanges(db: Db, importId: string) {
	return db
		.select()
		.from(personImportChange)
		.where(eq(personImportChange.importId, importId))
		.orderBy(personImportChange.row);
}

export async function markUndone(db: Db, id: string, values: Pick<ImportRow, 'undoneBy' | 'undoneAt'>): Promise<void> {
	await db.delete(personImportChange).where(eq(personImportChange.importId, id));
	await db
		.update(personImport)
		.set({ state: 'undone', ...values })
		.where(eq(personImport.id, id));
}
