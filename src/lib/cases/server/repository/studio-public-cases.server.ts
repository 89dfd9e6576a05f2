import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { publicCase, publicCaseVersion } from '#db/schema/cases-public.ts';
import { withdrawPublicCases } from './public-cases.server.ts';

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
	await db
		.update(publicCaseVersion)
		.set({ status: 'withdrawn' })
		.where(and(eq(publicCaseVersion.id, id), eq(publicCaseVersion.status, 'published')));
}

/** The text of a version; without one of the shown version, else of the newest that was ever shown. */
export async function selectSource(db: Db, id: string, wanted?: number) {
	const isShown = sql`(${publicCaseVersion.version} is not distinct from ${publicCase.currentVersion})`;
	const [row] = await db
		.select({ source: publicCaseVersion.source, version: publicCaseVersion.version })
		.from(publicCaseVersion)
		.innerJoin(publicCase, eq(publicCase.id, publicCaseVersion.id))
		.where(
			and(
				eq(publicCaseVersion.id, id),
				wanted === undefined ? ne(publicCaseVersion.status, 'draft') : eq(publicCaseVersion.version, wanted)
			)
		)
		.orderBy(desc(isShown), desc(publicCaseVersion.version))
		.limit(1);
	return row ?? null;
}

/** The newest version of each piece, where it is a file's draft beside a version of the studio. */
export function selectProposals(db: Db) {
	const { id, version, title, createdAt } = publicCaseVersion;
	const newer = sql`select 1 from public_case_version n where n.id = ${id} and n.version > ${version}`;
	const taken = sql`select 1 from public_case_version s where s.id = ${id} and (s.origin = 'studio' or s.status = 'withdrawn')`;
	return db
		.select({ id, version, title, at: createdAt })
		.from(publicCaseVersion)
		.where(
			and(
				eq(publicCaseVersion.origin, 'file'),
				eq(publicCaseVersion.status, 'draft'),
				sql`not exists (${newer})`,
				sql`exists (${taken})`
			)
		)
		.orderBy(desc(createdAt));
}
