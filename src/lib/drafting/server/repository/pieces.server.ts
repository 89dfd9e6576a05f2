import { type SQL, and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { draftingPiece, draftingPieceVersion } from '#db/schema/drafting.ts';
import type { StoredVersion } from '#lib/shared/load-plan.ts';
import type { PieceKind } from '../../domain/piece-bodies.ts';
import type { BodyOf, PieceFile } from '../../domain/piece-file.ts';
import { packBody, unpackBody } from './document-order.server.ts';

/** A piece in one of its versions. */
export interface StoredPiece<Kind extends PieceKind> {
	readonly id: string;
	readonly version: number;
	readonly title: string;
	readonly body: BodyOf<Kind>;
}

/** What makes a body long: lists do without it. */
const LONG = [
	...['case', 'documents', 'related', 'prefilled', 'model', 'defects', 'order'],
	...['storyHtml', 'briefHtml', 'photos', 'evidence', 'texts', 'points', 'citations']
] as const;
/** The documents of a guide are the short list of kinds that it is for. */
type Long<Kind extends PieceKind> = Exclude<(typeof LONG)[number], Kind extends 'guide' ? 'documents' : never>;

export interface PieceHead<Kind extends PieceKind> {
	readonly id: string;
	readonly version: number;
	readonly title: string;
	readonly head: Omit<BodyOf<Kind>, Long<Kind>>;
}

const ofPiece = and(eq(draftingPiece.kind, draftingPieceVersion.kind), eq(draftingPiece.id, draftingPieceVersion.id));
const isCurrent = sql<boolean>`${draftingPiece.currentVersion} is not distinct from ${draftingPieceVersion.version}`;
const { id, version, title, body } = draftingPieceVersion;

/** Every version of a kind without its body, oldest first. */
export function selectStored(db: Db, kind: PieceKind): Promise<StoredVersion[]> {
	const { digest, origin, status } = draftingPieceVersion;
	return db
		.select({ id, version, digest, origin, status, isCurrent })
		.from(draftingPieceVersion)
		.innerJoin(draftingPiece, ofPiece)
		.where(eq(draftingPieceVersion.kind, kind))
		.orderBy(asc(version));
}

export interface NewVersion<Kind extends PieceKind> {
	readonly file: PieceFile<Kind>;
	readonly version: number;
	readonly isPublished: boolean;
}

/** Adds versions that came from files; a published one becomes the one that is shown. */
export async function savePieces<Kind extends PieceKind>(
	db: Db,
	kind: Kind,
	list: readonly NewVersion<Kind>[],
	now: Date
): Promise<void> {
	if (list.length === 0) return;
	await db
		.insert(draftingPiece)
		.values(list.map(({ file }) => ({ kind, id: file.id })))
		.onConflictDoNothing();
	await db.insert(draftingPieceVersion).values(
		list.map(({ file, version, isPublished }) => ({
			...{ kind, id: file.id, version, digest: file.digest, source: file.source, title: file.title },
			...{ body: packBody(file.body), origin: 'file' as const, createdAt: now },
			status: isPublished ? ('published' as const) : ('draft' as const)
		}))
	);
	for (const { file, version, isPublished } of list) if (isPublished) await showPiece(db, kind, file.id, version);
}

/** Makes a version the one that is shown. */
export async function showPiece(db: Db, kind: PieceKind, id: string, version: number): Promise<void> {
	await db
		.update(draftingPiece)
		.set({ currentVersion: version })
		.where(and(eq(draftingPiece.kind, kind), eq(draftingPiece.id, id)));
}

/** Takes pieces out whose files are gone; their versions, drafts and reviews stay. */
export async function withdrawPieces(db: Db, kind: PieceKind, ids: readonly string[]): Promise<void> {
	if (ids.length > 0)
		await db
			.update(draftingPiece)
			.set({ currentVersion: null })
			.where(and(eq(draftingPiece.kind, kind), inArray(draftingPiece.id, [...ids])));
}

/** The shown pieces of a kind in whole, by id; where many are listed `selectShownHeads` does. */
export async function selectShownPieces<Kind extends PieceKind>(db: Db, kind: Kind): Promise<StoredPiece<Kind>[]> {
	const rows = await selectVersions(db, and(eq(draftingPieceVersion.kind, kind), isCurrent));
	return rows.map((row) => ({ ...row, body: unpackBody<Kind>(row.body) }));
}

/** What lists need of the shown pieces of a kind, by id. */
export async function selectShownHeads<Kind extends PieceKind>(db: Db, kind: Kind): Promise<PieceHead<Kind>[]> {
	const names = sql.join(
		LONG.filter((name) => kind !== 'guide' || name !== 'documents').map((name) => sql`${name}`),
		sql`, `
	);
	const head = sql<Omit<BodyOf<Kind>, Long<Kind>>>`${body} - array[${names}]::text[]`;
	return db
		.select({ id, version, title, head })
		.from(draftingPieceVersion)
		.innerJoin(draftingPiece, ofPiece)
		.where(and(eq(draftingPieceVersion.kind, kind), isCurrent))
		.orderBy(asc(id));
}

/** One piece in a version; without one in the version that is shown, null when none is. */
export async function selectPiece<Kind extends PieceKind>(
	db: Db,
	kind: Kind,
	wanted: string,
	number?: number
): Promise<StoredPiece<Kind> | null> {
	const isMeant = number === undefined ? isCurrent : eq(version, number);
	const [row] = await selectVersions(db, and(eq(draftingPieceVersion.kind, kind), eq(id, wanted), isMeant));
	return row ? { ...row, body: unpackBody<Kind>(row.body) } : null;
}

function selectVersions(db: Db, where: SQL | undefined) {
	return db
		.select({ id, version, title, body })
		.from(draftingPieceVersion)
		.innerJoin(draftingPiece, ofPiece)
		.where(where)
		.orderBy(asc(id));
}

/** Titles of pieces of a kind that are shown now. */
export async function selectShownTitles(db: Db, kind: PieceKind, ids: readonly string[]): Promise<Map<string, string>> {
	const rows = await db
		.select({ id, title })
		.from(draftingPiece)
		.innerJoin(draftingPieceVersion, and(ofPiece, isCurrent))
		.where(and(eq(draftingPiece.kind, kind), inArray(draftingPiece.id, [...ids])));
	return new Map(rows.map((row) => [row.id, row.title]));
}
