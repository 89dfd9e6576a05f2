import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { drillPrompt, item, itemVersion, memoryCard } from '#db/schema/drills.ts';
import type { ItemFile } from '../../domain/item.ts';
import type { ORIGINS } from '#lib/shared/piece.ts';
import type { StoredVersion } from '#lib/shared/load-plan.ts';
import type { DrillKind } from '../../domain/kinds.ts';
import type { Candidate } from '../../domain/pick.ts';

/** Every version without its text, oldest first. */
export function selectStored(db: Db): Promise<StoredVersion[]> {
	const { id, version, digest, origin, status } = itemVersion;
	const isCurrent = sql<boolean>`${item.currentVersion} is not distinct from ${itemVersion.version}`;
	return db
		.select({ id, version, digest, origin, status, isCurrent })
		.from(itemVersion)
		.innerJoin(item, eq(item.id, itemVersion.id))
		.orderBy(asc(itemVersion.version));
}

export interface NewVersion {
	readonly file: ItemFile;
	readonly version: number;
	readonly isPublished: boolean;
	/** Of files when nothing is said. */
	readonly origin?: keyof typeof ORIGINS;
}

/** Adds versions; a published one becomes current. */
export async function saveItems(db: Db, list: readonly NewVersion[], now: Date): Promise<void> {
	if (list.length === 0) return;
	await db
		.insert(item)
		.values(list.map(({ file }) => ({ id: file.id })))
		.onConflictDoNothing();
	await db.insert(itemVersion).values(
		list.map(
			({ file: { id, digest, source, title, kind, difficulty, body }, version, isPublished, origin = 'file' }) => ({
				...{ id, version, digest, source, title, kind, difficulty, body, type: body.task.type, origin, createdAt: now },
				status: isPublished ? ('published' as const) : ('draft' as const)
			})
		)
	);
	for (const { file, version, isPublished } of list) if (isPublished) await showItem(db, file.id, version);
}

/** Makes a version the one that is drawn. */
export async function showItem(db: Db, id: string, version: number): Promise<void> {
	const { id: versionId, version: number, kind } = itemVersion;
	await db
		.update(item)
		.set({
			currentVersion: version,
			kind: sql`(select ${kind} from ${itemVersion} where ${versionId} = ${id} and ${number} = ${version})`
		})
		.where(eq(item.id, id));
}

/** Takes items out of the draw whose files are gone; their versions and answers stay. */
export async function withdrawItems(db: Db, ids: readonly string[]): Promise<void> {
	if (ids.length > 0)
		await db
			.update(item)
			.set({ currentVersion: null, kind: null })
			.where(inArray(item.id, [...ids]));
}

/** The current version of every item that may be drawn, with what the officer did with it. */
export async function selectCandidates(db: Db, officerId: string, kind?: DrillKind) {
	const rows = await db
		.select({
			id: item.id,
			version: itemVersion.version,
			kind: itemVersion.kind,
			title: itemVersion.title,
			type: itemVersion.type,
			difficulty: itemVersion.difficulty,
			due: memoryCard.due,
			lastMark: memoryCard.lastMark,
			source: drillPrompt.source,
			promptedAt: drillPrompt.promptedAt
		})
		.from(item)
		.innerJoin(itemVersion, and(eq(itemVersion.id, item.id), eq(itemVersion.version, item.currentVersion)))
		.leftJoin(memoryCard, and(eq(memoryCard.itemId, item.id), eq(memoryCard.officerId, officerId)))
		.leftJoin(
			drillPrompt,
			and(
				eq(drillPrompt.itemId, item.id),
				eq(drillPrompt.officerId, officerId),
				or(isNull(memoryCard.lastReview), lt(memoryCard.lastReview, drillPrompt.promptedAt))
			)
		)
		.where(kind === undefined ? undefined : eq(itemVersion.kind, kind))
		.orderBy(asc(item.id));
	return rows.map(({ due, lastMark, source, promptedAt, ...rest }) => ({
		...rest,
		memory: due && lastMark !== null ? { due, lastMark } : null,
		prompt: source && promptedAt ? { source, at: promptedAt } : null
	})) satisfies Candidate[];
}

/** Immutable versions by (id, version). */
export function selectVersions(db: Db, wanted: readonly { id: string; version: number }[]) {
	const keys = wanted.map(({ id, version }) => sql`(${id}, ${version}::int)`);
	return db
		.select({
			id: itemVersion.id,
			version: itemVersion.version,
			title: itemVersion.title,
			kind: itemVersion.kind,
			difficulty: itemVersion.difficulty,
			body: itemVersion.body
		})
		.from(itemVersion)
		.where(sql`(${itemVersion.id}, ${itemVersion.version}) in (${sql.join(keys, sql`, `)})`);
}
export type StoredItem = Awaited<ReturnType<typeof selectVersions>>[number];

/** Titles of items, for the ledger's readers. */
export async function selectTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectDistinctOn([itemVersion.id], { id: itemVersion.id, title: itemVersion.title })
		.from(itemVersion)
		.where(inArray(itemVersion.id, [...ids]))
		.orderBy(itemVersion.id, desc(itemVersion.version));
	return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Titles of items that are in the draw. */
export async function selectShownTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
	const rows = await db
		.select({ id: item.id, title: itemVersion.title })
		.from(item)
		.innerJoin(itemVersion, and(eq(itemVersion.id, item.id), eq(itemVersion.version, item.currentVersion)))
		.where(inArray(item.id, [...ids]));
	return new Map(rows.map(({ id, title }) => [id, title]));
}

export async function countItems(db: Db): Promise<number> {
	const [row] = await db.select({ count: count() }).from(item).where(isNotNull(item.currentVersion));
	return row?.count ?? 0;
}

/** Drawable items whose title holds the words. */
export function findByTitle(db: Db, pattern: string, limit: number) {
	return db
		.select({ title: itemVersion.title, kind: itemVersion.kind })
		.from(item)
		.innerJoin(itemVersion, and(eq(itemVersion.id, item.id), eq(itemVersion.version, item.currentVersion)))
		.where(sql`${itemVersion.title} ilike ${pattern}`)
		.orderBy(asc(item.id))
		.limit(limit);
}
