import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { caseStudy, caseVersion } from '#db/schema/cases.ts';
import type { StoredVersion } from '#lib/shared/load-plan.ts';
import type { ORIGINS } from '#lib/shared/piece.ts';
import { type CaseFile, gateOf } from '../domain/case.ts';

/** Every version without its text, oldest first. */
export function selectStored(db: Db): Promise<StoredVersion[]> {
	const { id, version, digest, origin, status } = caseVersion;
	const isCurrent = sql<boolean>`${caseStudy.currentVersion} is not distinct from ${caseVersion.version}`;
	return db
		.select({ id, version, digest, origin, status, isCurrent })
		.from(caseVersion)
		.innerJoin(caseStudy, eq(caseStudy.id, caseVersion.id))
		.orderBy(asc(caseVersion.version));
}

export interface NewVersion {
	readonly version: number;
	readonly isPublished: boolean;
	readonly origin: keyof typeof ORIGINS;
	readonly now: Date;
}

export async function saveCase(
	db: Db,
	file: CaseFile,
	{ version, isPublished, origin, now }: NewVersion
): Promise<void> {
	const { id, title, lead, polarity, industry, areas, asOf, digest, source, body } = file;
	await db.insert(caseStudy).values({ id }).onConflictDoNothing();
	const { difficulty, minutes, blocks } = body;
	const checkpoints = blocks.filter((block) => gateOf(block) !== null).length;
	await db.insert(caseVersion).values({
		...{ difficulty, minutes, checkpoints },
		...{ id, version, title, lead, polarity, industry, areas, asOf, digest, source, body },
		...{ origin, status: isPublished ? 'published' : 'draft', createdAt: now }
	});
	if (isPublished) await showCase(db, id, version);
}

/** Makes a version the one that is read. */
export async function showCase(db: Db, id: string, version: number): Promise<void> {
	await db.update(caseStudy).set({ currentVersion: version }).where(eq(caseStudy.id, id));
}

export async function withdrawCases(db: Db, ids: readonly string[]): Promise<void> {
	if (ids.length > 0)
		await db
			.update(caseStudy)
			.set({ currentVersion: null })
			.where(inArray(caseStudy.id, [...ids]));
}

/** Titles of the cases that are shown now. */
export async function selectTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
	const rows = await db
		.select({ id: caseVersion.id, title: caseVersion.title })
		.from(caseStudy)
		.innerJoin(caseVersion, and(eq(caseVersion.id, caseStudy.id), eq(caseVersion.version, caseStudy.currentVersion)))
		.where(inArray(caseStudy.id, [...ids]));
	return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Published cases whose title, lead or text holds the words. */
export function findCases(db: Db, pattern: string, limit: number) {
	return db
		.select({ id: caseVersion.id, title: caseVersion.title, lead: caseVersion.lead })
		.from(caseStudy)
		.innerJoin(caseVersion, and(eq(caseVersion.id, caseStudy.id), eq(caseVersion.version, caseStudy.currentVersion)))
		.where(
			and(
				isNotNull(caseStudy.currentVersion),
				sql`(${caseVersion.title} ilike ${pattern} or ${caseVersion.lead} ilike ${pattern} or ${caseVersion.body}::text ilike ${pattern})`
			)
		)
		.orderBy(sql`${caseVersion.title} ilike ${pattern} desc`, desc(caseVersion.asOf))
		.limit(limit);
}
