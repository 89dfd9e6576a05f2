import { and, count, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { draftingPiece, draftingPieceVersion } from '#db/schema/drafting.ts';
import { marking } from '#db/schema/drafting-marking.ts';
import { pieceVersions } from '#lib/platform/piece-versions.server.ts';
import type { PieceKind } from '../../domain/piece-bodies.ts';
import type { PieceFile } from '../../domain/piece-file.ts';
import { packBody } from './document-order.server.ts';
import { showPiece } from './pieces.server.ts';

/** What the studio needs of the versions of a kind. */
export const versionsOf = (kind: PieceKind) =>
	pieceVersions({ piece: 'drafting_piece', version: 'drafting_piece_version', kind });

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
	const { id, digest, source, title, body } = file;
	await db.insert(draftingPieceVersion).values({
		...{ kind, id, version, digest, source, title, body: packBody(body) },
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
