import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { manuscript, studioImage } from '#db/schema/studio.ts';
import type { State } from '../../domain/workflow.ts';

export type StoredImage = typeof studioImage.$inferSelect;
type NewImage = typeof studioImage.$inferInsert;

/** The same picture twice is one. */
export async function insertImage(db: Db, image: NewImage): Promise<void> {
	await db.insert(studioImage).values(image).onConflictDoNothing();
}

export async function selectImage(db: Db, digest: string): Promise<StoredImage | null> {
	const [row] = await db.select().from(studioImage).where(eq(studioImage.digest, digest));
	return row ?? null;
}

export function selectImages(db: Db, digests: readonly string[]): Promise<StoredImage[]> {
	return db
		.select()
		.from(studioImage)
		.where(inArray(studioImage.digest, [...digests]));
}

const PUBLISHED: State = 'published';

/** Whether a text that stands published shows the picture: on the public side only its own kind counts. */
export async function isShown(db: Db, digest: string, side: 'inside' | 'public'): Promise<boolean> {
	const own = side === 'public' ? eq(manuscript.kind, 'public-case') : ne(manuscript.kind, 'public-case');
	const [row] = await db
		.select({ id: manuscript.id })
		.from(manuscript)
		.where(
			and(eq(manuscript.state, PUBLISHED), own, sql`position(${`image:${digest}`} in ${manuscript.fields}::text) > 0`)
		)
		.limit(1);
	return row !== undefined;
}
