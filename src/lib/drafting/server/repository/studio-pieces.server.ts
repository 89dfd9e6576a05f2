import { and, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { draftingPiece, draftingPieceVersion } from '#db/schema/drafting.ts';
import { marking } from '#db/schema/drafting-marking.ts';
import type { PieceKind } from '../../domain/piece-bodies.ts';
import type { PieceFile } from '../../domain/piece-file.ts';
import { packBody } from './document-order.server.ts';
import { showPiece } from './pieces.server.ts';

/** The newest version of a piece, whoever made it; 0 = there is none. Held against other writers until the transaction ends. */
export async function lockNewest(db: Db, kind: PieceKind, id: string): Promise<number> {
	await db.insert(draftingPiece).values({ kind, id }).onConflictDoNothing();
	await db.execute(sql`select 1 from drafting_piece where kind = ${kind} and id = ${id} for update`);
	const [newest] = await db
		.select({ version: draftingPieceVersion.version })
		.from(draftingPieceVersion)
		.where(and(eq(draftingPieceVersion.kind, kind), eq(draftingPieceVersion.id, id)))
		.orderBy(desc(draftingPieceVersion.version))
		.limit(1);
	return newest?.version ?? 0;
}

interface Written<Kind extends PieceKind> {
	readonly kind: Kind;
	readonly file: PieceFile<Kind>;
	readonly version: number;
	readonly by: string;
	readonly now: Date;
}

/** Adds a version that was written in the studio and shows it. */
export async function saveStudioPiece<Kind extends PieceKind>(db: Db, written: Written<Kind>): Promise<void> {
	const { kind, file, version, by, now } = written;
	const { id, digest, title, body } = file;
	await db.insert(draftingPieceVersion).values({
		...{ kind, id, version, digest, title, body: packBody(body) },
		...{ origin: 'studio', status: 'published', createdAt: now, createdBy: by }
	});
	await showPiece(db, kind, id, version);
}

/** Ids of the pieces that are shown. */
export async function selectShownIds(db: Db, kind: PieceKind): Promise<string[]> {
	const rows = await db
		.select({ id: draftingPiece.id })
		.from(draftingPiece)
		.where(and(eq(draftingPiece.kind, kind), isNotNull(draftingPiece.currentVersion)));
	return rows.map(({ id }) => id);
}

/** By how many sheets each guide was used. */
export async function countUses(db: Db): Promise<Map<string, number>> {
	const rows = await db.select({ id: marking.guideId, uses: count() }).from(marking).groupBy(marking.guideId);
	return new Map(rows.map(({ id, uses }) => [id, uses]));
}
