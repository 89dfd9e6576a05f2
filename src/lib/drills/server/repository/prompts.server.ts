import { inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { drillPrompt, item } from '#db/schema/drills.ts';

export interface NewPrompt {
	readonly officerId: string;
	readonly itemIds: readonly string[];
	readonly source: string;
	readonly now: Date;
}

/** Prompts the items that there are; the latest prompt of an item stands. @returns how many */
export async function savePrompts(db: Db, { officerId, itemIds, source, now }: NewPrompt): Promise<number> {
	const known = await db
		.select({ itemId: item.id })
		.from(item)
		.where(inArray(item.id, [...new Set(itemIds)]));
	if (known.length === 0) return 0;
	await db
		.insert(drillPrompt)
		.values(known.map(({ itemId }) => ({ officerId, itemId, source, promptedAt: now })))
		.onConflictDoUpdate({
			target: [drillPrompt.officerId, drillPrompt.itemId],
			set: { source: sql`excluded.source`, promptedAt: sql`excluded.prompted_at` }
		});
	return known.length;
}
