import { desc, eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { publicCase, publicCaseVersion } from '#db/schema/cases-public.ts';
import { pieceVersions } from '#lib/platform/piece-versions.server.ts';
import { withdrawPublicCases } from './public-cases.server.ts';

const versions = pieceVersions({ piece: 'public_case', version: 'public_case_version' });

export const { open: selectSource, proposals: selectProposals } = versions;

/** The piece held against other writers until the transaction ends; newest = 0: there was none. */
export async function lockPublicCase(db: Db, id: string, now: Date) {
	await db.insert(publicCase).values({ id, changedAt: now }).onConflictDoNothing();
	const [row] = await db.select().from(publicCase).where(eq(publicCase.id, id)).for('update');
	const [newest] = await db
		.select({ version: publicCaseVersion.version })
		.from(publicCaseVersion)
		.where(eq(publicCaseVersion.id, id))
		.orderBy(desc(publicCaseVersion.version))
		.limit(1);
	return { newest: newest?.version ?? 0, shown: row?.currentVersion ?? null };
}

/** Nothing of it is shown any more, and none of its versions may come back by itself. */
export async function endPublicCase(db: Db, id: string, now: Date): Promise<void> {
	await withdrawPublicCases(db, [id], now);
	await versions.markWithdrawn(db, id);
}
