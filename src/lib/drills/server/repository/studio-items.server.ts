import { isNotNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { item } from '#db/schema/drills.ts';

export async function selectIds(db: Db): Promise<string[]> {
	const rows = await db.select({ id: item.id }).from(item).where(isNotNull(item.currentVersion));
	return rows.map(({ id }) => id);
}
