import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { practiceCase, practiceCaseVersion } from '#db/schema/discretion-practice.ts';
import { pieceVersions } from '#lib/platform/piece-versions.server.ts';
import type { StoredVersion } from '#lib/shared/load-plan.ts';
import type { ORIGINS } from '#lib/shared/piece.ts';
import type { CaseBody, PracticeCaseFile } from '../../domain/practice-case.ts';

/** What the studio needs of the versions of cases. */
export const practiceVersions = pieceVersions({ piece: 'practice_case', version: 'practice_case_version' });

/** Every version without its text, oldest first. */
export function selectStored(db: Db): Promise<StoredVersion[]> {
	const { id, version, digest, origin, status } = practiceCaseVersion;
	const isCurrent = sql<boolean>`${practiceCase.currentVersion} is not distinct from ${practiceCaseVersion.version}`;
	return db
		.select({ id, version, digest, origin, status, isCurrent })
		.from(practiceCaseVersion)
		.innerJoin(practiceCase, eq(practiceCase.id, practiceCaseVersion.id))
		.orderBy(asc(practiceCaseVersion.version));
}

export interface NewVersion {
	readonly file: PracticeCaseFile;
	readonly version: number;
	readonly isPublished: boolean;
	/** Of files when nothing is said. */
	readonly origin?: keyof typeof ORIGINS;
}

/** Adds versions; a published one becomes the one that is asked. */
export async function saveCases(db: Db, list: readonly NewVersion[], now: Date): Promise<void> {
	if (list.length === 0) return;
	await db
		.insert(practiceCase)
		.values(list.map(({ file }) => ({ id: file.id })))
		.onConflictDoNothing();
	await db.insert(practiceCaseVersion).values(
		list.map(({ file: { id, digest, source, title, body }, version, isPublished, origin = 'file' as const }) => ({
			...{ id, version, digest, source, title, level: body.level, body, origin, createdAt: now },
			status: isPublished ? ('published' as const) : ('draft' as const)
		}))
	);
	for (const { file, version, isPublished } of list) if (isPublished) await showCase(db, file.id, version);
}

/** Makes a version the one that is asked. */
export async function showCase(db: Db, id: string, version: number): Promise<void> {
	await db.update(practiceCase).set({ currentVersion: version }).where(eq(practiceCase.id, id));
}

/** Takes cases out whose files are gone; their versions and attempts stay. */
export async function withdrawCases(db: Db, ids: readonly string[]): Promise<void> {
	if (ids.length > 0)
		await db
			.update(practiceCase)
			.set({ currentVersion: null })
			.where(inArray(practiceCase.id, [...ids]));
}

const current = and(
	eq(practiceCase.id, practiceCaseVersion.id),
	eq(practiceCase.currentVersion, practiceCaseVersion.version)
);

/** What lists need of every case that may be asked, easiest first. */
export function selectShown(db: Db) {
	const body = practiceCaseVersion.body;
	return db
		.select({
			...{ id: practiceCase.id, title: practiceCaseVersion.title, level: practiceCaseVersion.level },
			version: practiceCaseVersion.version,
			industry: sql<string>`${body}->>'industry'`,
			traps: sql<number[]>`${body}->'traps'`,
			reference: sql<number[]>`${body}->'reference'`
		})
		.from(practiceCase)
		.innerJoin(practiceCaseVersion, current)
		.orderBy(asc(practiceCaseVersion.level), asc(practiceCase.id));
}
export type ShownCase = Awaited<ReturnType<typeof selectShown>>[number];

/** One version of a case. */
export async function selectCase(db: Db, id: string, version: number): Promise<CaseBody | null> {
	const [row] = await db
		.select({ body: practiceCaseVersion.body })
		.from(practiceCaseVersion)
		.where(and(eq(practiceCaseVersion.id, id), eq(practiceCaseVersion.version, version)));
	return row?.body ?? null;
}

/** The version of a case that is asked now. */
export async function selectCurrent(db: Db, id: string): Promise<CaseBody | null> {
	const [row] = await db
		.select({ body: practiceCaseVersion.body })
		.from(practiceCase)
		.innerJoin(practiceCaseVersion, current)
		.where(eq(practiceCase.id, id));
	return row?.body ?? null;
}

/** Titles of cases that are practised now; reference cases are not told about. */
export async function selectTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
	const rows = await db
		.select({ id: practiceCase.id, title: practiceCaseVersion.title })
		.from(practiceCase)
		.innerJoin(practiceCaseVersion, current)
		.where(
			and(inArray(practiceCase.id, [...ids]), sql`jsonb_array_length(${practiceCaseVersion.body}->'reference') = 0`)
		);
	return new Map(rows.map(({ id, title }) => [id, title]));
}
