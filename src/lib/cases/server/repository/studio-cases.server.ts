import { and, desc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { caseStudy, caseVersion } from '#db/schema/cases.ts';

/** The case held against other writers until the transaction ends; newest = 0: there was none. */
export async function lockCase(db: Db, id: string) {
	await db.insert(caseStudy).values({ id }).onConflictDoNothing();
	const [row] = await db.select().from(caseStudy).where(eq(caseStudy.id, id)).for('update');
	const [newest] = await db
		.select({ version: caseVersion.version })
		.from(caseVersion)
		.where(eq(caseVersion.id, id))
		.orderBy(desc(caseVersion.version))
		.limit(1);
	return { newest: newest?.version ?? 0, shown: row?.currentVersion ?? null };
}

/** Nothing of it is shown any more, and none of its versions may come back by itself. */
export async function endCase(db: Db, id: string): Promise<void> {
	await db.update(caseStudy).set({ currentVersion: null }).where(eq(caseStudy.id, id));
	await db
		.update(caseVersion)
		.set({ status: 'withdrawn' })
		.where(and(eq(caseVersion.id, id), eq(caseVersion.status, 'published')));
}

export interface OpenedCase {
	readonly source: string;
	readonly version: number;
}

/** The text of a version; without one of the shown version, else of the newest that was ever shown. */
export async function selectSource(db: Db, id: string, wanted?: number): Promise<OpenedCase | null> {
	const isShown = sql`(${caseVersion.version} is not distinct from ${caseStudy.currentVersion})`;
	const [row] = await db
		.select({ source: caseVersion.source, version: caseVersion.version })
		.from(caseVersion)
		.innerJoin(caseStudy, eq(caseStudy.id, caseVersion.id))
		.where(
			and(
				eq(caseVersion.id, id),
				isNotNull(caseVersion.source),
				wanted === undefined ? ne(caseVersion.status, 'draft') : eq(caseVersion.version, wanted)
			)
		)
		.orderBy(desc(isShown), desc(caseVersion.version))
		.limit(1);
	return row?.source ? { source: row.source, version: row.version } : null;
}

/** The newest version of each case, where it is a file's draft beside a version of the studio. */
export function selectProposals(db: Db) {
	const newer = sql`select 1 from case_version n where n.id = ${caseVersion.id} and n.version > ${caseVersion.version}`;
	const taken = sql`select 1 from case_version s where s.id = ${caseVersion.id} and (s.origin = 'studio' or s.status = 'withdrawn')`;
	return db
		.select({ id: caseVersion.id, version: caseVersion.version, title: caseVersion.title, at: caseVersion.createdAt })
		.from(caseVersion)
		.where(
			and(
				eq(caseVersion.origin, 'file'),
				eq(caseVersion.status, 'draft'),
				isNotNull(caseVersion.source),
				sql`not exists (${newer})`,
				sql`exists (${taken})`
			)
		)
		.orderBy(desc(caseVersion.createdAt));
}
