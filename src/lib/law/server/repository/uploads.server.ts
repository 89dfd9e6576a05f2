import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { lawImport, lawImportFile } from '#db/schema/law-import.ts';
import type { ImportReport } from '../../domain/import-report.ts';

const OPEN = inArray(lawImport.state, ['waiting', 'running']);

export interface Upload {
	readonly id: string;
	readonly name: string;
	readonly bytes: number;
	readonly digest: string;
	readonly uploadedBy: string;
	readonly uploadedAt: Date;
	readonly files: readonly { readonly name: string; readonly content: Uint8Array }[];
}

/** Stores an upload; false = the same one is open already. */
export async function saveUpload(db: Db, { files, ...upload }: Upload): Promise<boolean> {
	const rows = await db
		.insert(lawImport)
		.values({ ...upload, state: 'waiting', filesTotal: null })
		.onConflictDoNothing()
		.returning({ id: lawImport.id });
	if (rows.length === 0) return false;
	for (const [number, { name, content }] of files.entries()) {
		await db.insert(lawImportFile).values({ importId: upload.id, number, name, content: Buffer.from(content) });
	}
	return true;
}

export async function selectOpen(db: Db, digest: string) {
	const [row] = await db
		.select({ id: lawImport.id })
		.from(lawImport)
		.where(and(eq(lawImport.digest, digest), OPEN));
	return row ?? null;
}

const SHOWN = {
	...{ id: lawImport.id, name: lawImport.name, bytes: lawImport.bytes, state: lawImport.state },
	...{ filesDone: lawImport.filesDone, filesTotal: lawImport.filesTotal, fault: lawImport.fault },
	...{ uploadedBy: lawImport.uploadedBy, uploadedAt: lawImport.uploadedAt, finishedAt: lawImport.finishedAt }
};

/** The newest imports, without the remarks of their reports. */
export function selectImports(db: Db, limit: number) {
	const count = (key: string) => sql<number | null>`(${lawImport.report} ->> ${key})::int`;
	const length = (key: string) => sql<number | null>`jsonb_array_length(${lawImport.report} -> ${key})`;
	return db
		.select({
			...SHOWN,
			...{ versions: count('versions'), articles: count('articles'), unchanged: count('unchanged') },
			...{ refused: length('refused'), warnings: length('warnings') }
		})
		.from(lawImport)
		.orderBy(desc(lawImport.uploadedAt), desc(lawImport.id))
		.limit(limit);
}

export async function selectImport(db: Db, id: string) {
	const [row] = await db
		.select({ ...SHOWN, report: lawImport.report })
		.from(lawImport)
		.where(eq(lawImport.id, id));
	return row ?? null;
}

/** The oldest import that is not finished. */
export async function selectNext(db: Db) {
	const [row] = await db
		.select({ id: lawImport.id, attempts: lawImport.attempts })
		.from(lawImport)
		.where(OPEN)
		.orderBy(asc(lawImport.uploadedAt), asc(lawImport.id))
		.limit(1);
	return row ?? null;
}

export function selectNames(db: Db, importId: string) {
	return db
		.select({ number: lawImportFile.number, name: lawImportFile.name })
		.from(lawImportFile)
		.where(eq(lawImportFile.importId, importId))
		.orderBy(asc(lawImportFile.number));
}

export async function selectContent(db: Db, importId: string, number: number): Promise<Uint8Array> {
	const [row] = await db
		.select({ content: lawImportFile.content })
		.from(lawImportFile)
		.where(and(eq(lawImportFile.importId, importId), eq(lawImportFile.number, number)));
	return row!.content;
}

/** Whether this node may work: the lock goes with the transaction, so a killed node leaves it free. */
export async function tryWorkLock(db: Db): Promise<boolean> {
	const [row] = await db.execute<{ locked: boolean }>(
		sql`select pg_try_advisory_xact_lock(hashtext('leitai:law-import')) as locked`
	);
	return row!.locked;
}

export async function markRunning(db: Db, id: string): Promise<void> {
	const begun = { state: 'running', filesDone: 0, attempts: sql`${lawImport.attempts} + 1` } as const;
	await db
		.update(lawImport)
		.set(begun)
		.where(and(eq(lawImport.id, id), OPEN));
}

export async function markProgress(db: Db, id: string, filesDone: number, filesTotal: number | null): Promise<void> {
	await db.update(lawImport).set({ filesDone, filesTotal }).where(eq(lawImport.id, id));
}

/** Ends an import; its bytes are no longer needed. */
export async function markEnd(
	db: Db,
	id: string,
	finishedAt: Date,
	end: { report: ImportReport } | { fault: string }
): Promise<void> {
	const what =
		'report' in end
			? { state: 'done' as const, report: end.report, filesDone: end.report.files, filesTotal: end.report.files }
			: { state: 'failed' as const, fault: end.fault };
	await db
		.update(lawImport)
		.set({ ...what, finishedAt })
		.where(eq(lawImport.id, id));
	await db.delete(lawImportFile).where(eq(lawImportFile.importId, id));
}
