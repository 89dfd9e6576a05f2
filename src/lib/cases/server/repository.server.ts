import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { caseStudy, caseVersion, checkpointAnswer } from '#db/schema/cases.ts';
import type { StoredVersion } from '#lib/shared/load-plan.ts';
import type { ORIGINS } from '#lib/shared/piece.ts';
import type { CaseFile } from '../domain/case.ts';

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
	const checkpoints = blocks.filter(({ kind }) => kind === 'checkpoint').length;
	await db.insert(caseVersion).values({
		...{ difficulty, minutes, checkpoints },
		...{ id, version, title, lead, polarity, industry, areas, asOf, digest, source, body },
		...{ origin, status: isPublished ? 'published' : 'draft', createdAt: now }
	});
	if (isPublished) await showCase(db, id, version);
}

/** Keeps the texts of versions that were loaded before texts were kept. */
export async function fillSources(db: Db, files: readonly CaseFile[]): Promise<void> {
	const bare = await db
		.select({ id: caseVersion.id, digest: caseVersion.digest })
		.from(caseVersion)
		.where(isNull(caseVersion.source));
	for (const { id, digest } of bare) {
		const source = files.find((file) => file.id === id && file.digest === digest)?.source;
		if (source === undefined) continue;
		await db
			.update(caseVersion)
			.set({ source })
			.where(and(eq(caseVersion.id, id), eq(caseVersion.digest, digest)));
	}
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

/** What a list shows; the text stays in the database. `personId` null = a visitor without progress. */
export function selectCards(db: Db, personId: string | null, except?: string) {
	const answered =
		personId === null
			? sql<number>`0`
			: sql<number>`(select count(*)::int from checkpoint_answer a where a.person_id = ${personId}
				and a.case_id = ${caseVersion.id} and a.case_version = ${caseVersion.version})`;
	return db
		.select({
			id: caseVersion.id,
			title: caseVersion.title,
			lead: caseVersion.lead,
			polarity: caseVersion.polarity,
			industry: caseVersion.industry,
			areas: caseVersion.areas,
			asOf: caseVersion.asOf,
			difficulty: caseVersion.difficulty,
			minutes: caseVersion.minutes,
			checkpoints: caseVersion.checkpoints,
			answered
		})
		.from(caseStudy)
		.innerJoin(caseVersion, and(eq(caseVersion.id, caseStudy.id), eq(caseVersion.version, caseStudy.currentVersion)))
		.where(except === undefined ? undefined : ne(caseStudy.id, except))
		.orderBy(desc(caseVersion.asOf), caseVersion.id);
}
export type CardRow = Awaited<ReturnType<typeof selectCards>>[number];

/** The newest case that the reader has not finished; one that was begun comes first. @param except ids that are off the shelf */
export async function selectNextCard(db: Db, personId: string, except: readonly string[]): Promise<CardRow | null> {
	const [row] = await readNextCard(db, [personId, except.join(' ')]);
	return row ?? null;
}

const readNextCard = statement<CardRow>(`
	select v.id, v.title, v.lead, v.polarity, v.industry, v.areas, v.as_of::text as "asOf", v.difficulty, v.minutes, v.checkpoints,
		a.answered
	from case_study s
	join case_version v on v.id = s.id and v.version = s.current_version
	join lateral (select count(*)::int as answered from checkpoint_answer
		where person_id = $1 and case_id = v.id and case_version = v.version) a on a.answered < v.checkpoints
	where v.id <> all(string_to_array($2, ' '))
	order by a.answered = 0, v.as_of desc, v.id
	limit 1`);

export async function selectCase(db: Db, id: string) {
	const [row] = await db
		.select({ version: caseVersion })
		.from(caseStudy)
		.innerJoin(caseVersion, and(eq(caseVersion.id, caseStudy.id), eq(caseVersion.version, caseStudy.currentVersion)))
		.where(eq(caseStudy.id, id));
	return row?.version ?? null;
}

export function selectAnswers(db: Db, personId: string, id: string, version: number) {
	return db
		.select()
		.from(checkpointAnswer)
		.where(
			and(
				eq(checkpointAnswer.personId, personId),
				eq(checkpointAnswer.caseId, id),
				eq(checkpointAnswer.caseVersion, version)
			)
		);
}

/** The first answer stands. @returns false when there was one */
export async function insertAnswer(db: Db, row: typeof checkpointAnswer.$inferInsert): Promise<boolean> {
	const rows = await db
		.insert(checkpointAnswer)
		.values(row)
		.onConflictDoNothing()
		.returning({ checkpoint: checkpointAnswer.checkpoint });
	return rows.length > 0;
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
