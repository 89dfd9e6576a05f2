import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { caseVersion } from '#db/schema/cases.ts';
import { caseNomination, caseScoreSheet } from '#db/schema/cases-commentary.ts';

export type StoredNomination = Awaited<ReturnType<typeof selectNominations>>[number];
export type StoredCaseSheet = typeof caseScoreSheet.$inferSelect;

/** The cases that stand for a quarter, with author and title of the version that was named. */
export async function selectNominations(db: Db, quarter: string) {
	const rows = await db
		.select({
			nomination: caseNomination,
			title: caseVersion.title,
			polarity: caseVersion.polarity,
			body: caseVersion.body
		})
		.from(caseNomination)
		.innerJoin(
			caseVersion,
			and(eq(caseVersion.id, caseNomination.caseId), eq(caseVersion.version, caseNomination.caseVersion))
		)
		.where(eq(caseNomination.quarter, quarter))
		.orderBy(asc(caseNomination.nominatedAt), asc(caseNomination.caseId));
	return rows.map(({ nomination, title, polarity, body }) => ({ ...nomination, title, polarity, author: body.author }));
}

/** @returns false when the case stands already */
export async function insertNomination(db: Db, row: typeof caseNomination.$inferInsert): Promise<boolean> {
	const rows = await db
		.insert(caseNomination)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: caseNomination.caseId });
	return rows.length > 0;
}

export function selectSheets(db: Db, quarter: string): Promise<StoredCaseSheet[]> {
	return db
		.select()
		.from(caseScoreSheet)
		.where(eq(caseScoreSheet.quarter, quarter))
		.orderBy(asc(caseScoreSheet.signedAt), asc(caseScoreSheet.reviewerId));
}

/** What is signed stands. @returns false when it was signed before */
export async function insertSheet(db: Db, row: StoredCaseSheet): Promise<boolean> {
	const rows = await db
		.insert(caseScoreSheet)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: caseScoreSheet.caseId });
	return rows.length > 0;
}

/** Quarters with candidates, newest first. */
export async function selectQuarters(db: Db): Promise<string[]> {
	const rows = await db
		.selectDistinct({ quarter: caseNomination.quarter })
		.from(caseNomination)
		.orderBy(desc(caseNomination.quarter));
	return rows.map(({ quarter }) => quarter);
}
