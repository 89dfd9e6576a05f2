import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { discretionPiece, discretionVersion } from '#db/schema/discretion.ts';
import type { StoredVersion } from '#lib/shared/load-plan.ts';
import type { Frame } from '../domain/frame.ts';
import type { ProvisionFile } from '../domain/provision.ts';
import type { PieceKind, TableFile } from '../domain/table-file.ts';

export type PieceFile = ProvisionFile | TableFile;

/** Every version without its text, oldest first. */
export function selectStored(db: Db): Promise<StoredVersion[]> {
	const { id, version, digest, origin, status } = discretionVersion;
	const isCurrent = sql<boolean>`${discretionPiece.currentVersion} is not distinct from ${discretionVersion.version}`;
	return db
		.select({ id, version, digest, origin, status, isCurrent })
		.from(discretionVersion)
		.innerJoin(discretionPiece, eq(discretionPiece.id, discretionVersion.id))
		.orderBy(asc(discretionVersion.version));
}

export interface NewVersion {
	readonly file: PieceFile;
	readonly version: number;
	readonly isPublished: boolean;
}

const kindOf = ({ body }: PieceFile): PieceKind => ('kind' in body ? body.kind : 'provision');

/** Adds versions; a published one comes into use. */
export async function savePieces(db: Db, list: readonly NewVersion[], now: Date): Promise<void> {
	if (list.length === 0) return;
	await db
		.insert(discretionPiece)
		.values(list.map(({ file }) => ({ id: file.id, kind: kindOf(file) })))
		.onConflictDoNothing();
	await db.insert(discretionVersion).values(
		list.map(({ file, version, isPublished }) => ({
			...{ id: file.id, version, digest: file.digest, title: file.title, body: file.body, ...placeOf(file) },
			...{ origin: 'file' as const, status: isPublished ? ('published' as const) : ('draft' as const), createdAt: now }
		}))
	);
	for (const { file, version, isPublished } of list) if (isPublished) await usePiece(db, file.id, version);
}

function placeOf({ body }: PieceFile) {
	if ('kind' in body) return { lawId: null, article: null, validFrom: null, validTo: null };
	const { penalty, valid } = body;
	return { lawId: penalty.law, article: penalty.article, validFrom: valid.from, validTo: valid.to };
}

/** Makes a version the one in use. */
export async function usePiece(db: Db, id: string, version: number): Promise<void> {
	await db.update(discretionPiece).set({ currentVersion: version }).where(eq(discretionPiece.id, id));
}

/** Takes pieces out of use whose files are gone; their versions stay. */
export async function withdrawPieces(db: Db, ids: readonly string[]): Promise<void> {
	if (ids.length > 0)
		await db
			.update(discretionPiece)
			.set({ currentVersion: null })
			.where(inArray(discretionPiece.id, [...ids]));
}

const current = and(
	eq(discretionPiece.id, discretionVersion.id),
	eq(discretionPiece.currentVersion, discretionVersion.version)
);

/** The provisions in use that threaten with this article, in the order of their numbers. */
export async function selectProvisionsOf(db: Db, lawId: string, article: string): Promise<ProvisionFile['body'][]> {
	const rows = await db
		.select({ body: discretionVersion.body })
		.from(discretionVersion)
		.innerJoin(discretionPiece, current)
		.where(
			and(
				eq(discretionPiece.kind, 'provision'),
				eq(discretionVersion.lawId, lawId),
				eq(discretionVersion.article, article)
			)
		)
		.orderBy(
			sql`(body->'penalty'->>'paragraph')::int nulls first`,
			sql`(body->'penalty'->>'item')::int nulls first`,
			asc(discretionVersion.id)
		);
	return rows.map(({ body }) => body as ProvisionFile['body']);
}

/** The articles of a law that provisions in use threaten with. */
export async function selectPenalArticles(db: Db, lawId: string): Promise<string[]> {
	const rows = await db
		.selectDistinct({ article: discretionVersion.article })
		.from(discretionVersion)
		.innerJoin(discretionPiece, current)
		.where(and(eq(discretionPiece.kind, 'provision'), eq(discretionVersion.lawId, lawId)));
	return rows.flatMap(({ article }) => article ?? []);
}

/** The provisions in use that punish the breach of this article. */
export async function selectProvisionsBreaching(
	db: Db,
	lawId: string,
	article: string
): Promise<ProvisionFile['body'][]> {
	const duty = JSON.stringify({ duties: [{ law: lawId, article }] });
	const rows = await db
		.select({ body: discretionVersion.body })
		.from(discretionVersion)
		.innerJoin(discretionPiece, current)
		.where(and(eq(discretionPiece.kind, 'provision'), sql`${discretionVersion.body} @> ${duty}::jsonb`))
		.orderBy(asc(discretionVersion.id));
	return rows.map(({ body }) => body as ProvisionFile['body']);
}

/** What is the same everywhere; null before the first load. */
export async function selectFrame(db: Db): Promise<Frame | null> {
	const [row] = await db
		.select({ body: discretionVersion.body })
		.from(discretionVersion)
		.innerJoin(discretionPiece, current)
		.where(eq(discretionPiece.kind, 'frame'));
	return (row?.body ?? null) as Frame | null;
}
