import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { arenaBundle, arenaBundleVersion } from '#db/schema/arena-bundles.ts';
import type { Bundle, BundleFile } from '../../domain/bundle/bundle.ts';
import { pieceVersions } from '#lib/platform/piece-versions.server.ts';
import type { StoredVersion } from '#lib/shared/load-plan.ts';

/** Keeps the texts of versions. */
export const bundleVersions = pieceVersions({ piece: 'arena_bundle', version: 'arena_bundle_version' });

/** Every version without its text, oldest first. */
export function selectStored(db: Db): Promise<StoredVersion[]> {
	const { id, version, digest, origin, status } = arenaBundleVersion;
	const isCurrent = sql<boolean>`${arenaBundle.currentVersion} is not distinct from ${arenaBundleVersion.version}`;
	return db
		.select({ id, version, digest, origin, status, isCurrent })
		.from(arenaBundleVersion)
		.innerJoin(arenaBundle, eq(arenaBundle.id, arenaBundleVersion.id))
		.orderBy(asc(arenaBundleVersion.version));
}

export interface NewVersion {
	readonly file: BundleFile;
	readonly version: number;
	readonly isPublished: boolean;
}

/** Adds versions; a published one becomes the one that is shown. */
export async function saveBundles(db: Db, list: readonly NewVersion[], now: Date): Promise<void> {
	if (list.length === 0) return;
	await db
		.insert(arenaBundle)
		.values(list.map(({ file }) => ({ id: file.id })))
		.onConflictDoNothing();
	await db.insert(arenaBundleVersion).values(list.map((one) => rowOf(one, now)));
	for (const { file, version, isPublished } of list) if (isPublished) await showBundle(db, file.id, version);
}

function rowOf({ file: { id, digest, source, title, body }, version, isPublished }: NewVersion, now: Date) {
	const { lead, industry, areas, difficulty, isReserved, act } = body;
	return {
		...{ id, version, digest, source, title, lead, industry, areas: [...areas], difficulty, isReserved, body },
		...{ decidedOn: act.decidedOn, origin: 'file' as const, createdAt: now },
		status: isPublished ? ('published' as const) : ('draft' as const)
	};
}

/** Makes a version the one that is shown. */
export async function showBundle(db: Db, id: string, version: number): Promise<void> {
	await db.update(arenaBundle).set({ currentVersion: version }).where(eq(arenaBundle.id, id));
}

/** Takes bundles out whose files are gone; their versions, hearings and rehearsals stay. */
export async function withdrawBundles(db: Db, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await db
		.update(arenaBundle)
		.set({ currentVersion: null })
		.where(inArray(arenaBundle.id, [...ids]));
}

const current = and(
	eq(arenaBundle.id, arenaBundleVersion.id),
	eq(arenaBundle.currentVersion, arenaBundleVersion.version)
);

/** What lists need of every bundle that is shown, easiest first. */
export function selectShown(db: Db) {
	const { id, version, title, lead, industry, areas, difficulty, isReserved, decidedOn, body } = arenaBundleVersion;
	return db
		.select({
			...{ id, version, title, lead, industry, areas, difficulty, isReserved, decidedOn },
			exhibits: sql<number>`jsonb_array_length(${body}->'exhibits')`
		})
		.from(arenaBundle)
		.innerJoin(arenaBundleVersion, current)
		.orderBy(asc(difficulty), asc(id));
}

/** The version that is shown, whole: only use-cases that project it may ask. */
export async function selectCurrent(db: Db, id: string): Promise<Bundle | null> {
	const { version, title, body } = arenaBundleVersion;
	const [row] = await db
		.select({ id: arenaBundleVersion.id, version, title, body })
		.from(arenaBundle)
		.innerJoin(arenaBundleVersion, current)
		.where(eq(arenaBundle.id, id));
	return row ? { ...row.body, id: row.id, title: row.title, version: row.version } : null;
}

/** One version, whole. */
export async function selectVersion(db: Db, id: string, version: number): Promise<Bundle | null> {
	const [row] = await db
		.select({ title: arenaBundleVersion.title, body: arenaBundleVersion.body })
		.from(arenaBundleVersion)
		.where(and(eq(arenaBundleVersion.id, id), eq(arenaBundleVersion.version, version)));
	return row ? { ...row.body, id, title: row.title, version } : null;
}
