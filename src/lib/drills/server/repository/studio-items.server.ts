import { isNotNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { item } from '#db/schema/drills.ts';
import { pieceVersions } from '#lib/platform/piece-versions.server.ts';

/** What the studio needs of the versions of items. */
export const itemVersions = pieceVersions({ piece: 'item', version: 'item_version' });

/** Ids of the items that may be drawn. */
export async function selectIds(db: Db): Promise<string[]> {
	const rows = await db.select({ id: item.id }).from(item).where(isNotNull(item.currentVersion));
	return rows.map(({ id }) => id);
}
