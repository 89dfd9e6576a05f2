import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { citation } from '#db/schema/law.ts';
import { citingPiece } from '#db/schema/law-currency.ts';
import type { ResolvedCitation } from '../../domain/cited-article.ts';
import type { CitingKind, CitingPiece } from '../../domain/citing.ts';

/** Writes the references of new piece versions, which are shown from now on; the ones of older versions stay. */
export async function saveCitations(
	db: Db,
	list: readonly { piece: CitingPiece; references: readonly ResolvedCitation[] }[]
): Promise<void> {
	const rows = list.flatMap(({ piece, references }) =>
		references.map((one, number) => ({
			kind: piece.kind,
			pieceId: piece.id,
			pieceVersion: piece.version,
			title: piece.title,
			asOf: piece.asOf,
			number,
			lawId: one.law,
			article: one.article,
			paragraph: one.paragraph ?? null,
			item: one.item ?? null,
			version: one.version
		}))
	);
	if (rows.length > 0) await db.insert(citation).values(rows).onConflictDoNothing();
	await showPieces(
		db,
		list.map(({ piece }) => piece)
	);
}

/** Makes versions of pieces the ones that are shown. */
export async function showPieces(db: Db, list: readonly Pick<CitingPiece, 'kind' | 'id' | 'version'>[]): Promise<void> {
	if (list.length === 0) return;
	await db
		.insert(citingPiece)
		.values(list.map(({ kind, id, version }) => ({ kind, pieceId: id, version })))
		.onConflictDoUpdate({ target: [citingPiece.kind, citingPiece.pieceId], set: { version: sql`excluded.version` } });
}

export async function hidePieces(db: Db, kind: CitingKind, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await db.delete(citingPiece).where(and(eq(citingPiece.kind, kind), inArray(citingPiece.pieceId, [...ids])));
}

/** Hides every piece of a kind that is not among these. */
export async function hideOthers(db: Db, kind: CitingKind, ids: readonly string[]): Promise<void> {
	await db.delete(citingPiece).where(and(eq(citingPiece.kind, kind), notInArray(citingPiece.pieceId, [...ids])));
}

/** Joins a citation to its piece where that version is shown. */
export const IS_SHOWN = and(
	eq(citingPiece.kind, citation.kind),
	eq(citingPiece.pieceId, citation.pieceId),
	eq(citingPiece.version, citation.pieceVersion)
);

/** The shown pieces that cite a law, or one article of it, by kind and id. */
export function selectCitingLaw(db: Db, lawId: string, article: string | null) {
	return db
		.selectDistinct({ kind: citingPiece.kind, id: citingPiece.pieceId })
		.from(citation)
		.innerJoin(citingPiece, IS_SHOWN)
		.where(and(eq(citation.lawId, lawId), article === null ? undefined : eq(citation.article, article)))
		.orderBy(citingPiece.kind, citingPiece.pieceId);
}
