import { and, desc, eq, ilike, inArray, max, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { caseStudy } from '#db/schema/cases.ts';
import { publicCase, publicCaseVersion } from '#db/schema/cases-public.ts';
import type { StoredVersion } from '#lib/shared/load-plan.ts';
import type { ORIGINS } from '#lib/shared/piece.ts';
import type { PublicCaseFile } from '../../domain/public-case.ts';

/** Every version without its text, oldest first. */
export function selectStored(db: Db): Promise<StoredVersion[]> {
	const { id, version, digest, origin, status } = publicCaseVersion;
	const isCurrent = sql<boolean>`${publicCase.currentVersion} is not distinct from ${publicCaseVersion.version}`;
	return db
		.select({ id, version, digest, origin, status, isCurrent })
		.from(publicCaseVersion)
		.innerJoin(publicCase, eq(publicCase.id, publicCaseVersion.id))
		.orderBy(publicCaseVersion.version);
}

export interface NewVersion {
	readonly version: number;
	readonly origin: keyof typeof ORIGINS;
	readonly isPublished: boolean;
	readonly now: Date;
}

export async function savePublicCase(db: Db, file: PublicCaseFile, { version, origin, isPublished, now }: NewVersion) {
	const { body, notes, images, blocks: _, ...rest } = file;
	await db.insert(publicCase).values({ id: file.id, changedAt: now }).onConflictDoNothing();
	await db.insert(publicCaseVersion).values({
		...{ ...rest, notes, images: [...images], provenance: body },
		...{ version, origin, status: isPublished ? 'published' : 'draft', createdAt: now }
	});
	if (isPublished) await showPublicCase(db, file.id, version, now);
}

/** Makes a version the one that is read. */
export async function showPublicCase(db: Db, id: string, version: number, now: Date): Promise<void> {
	await db
		.update(publicCase)
		.set({ currentVersion: version, withdrawnAt: null, changedAt: now })
		.where(eq(publicCase.id, id));
}

/** Takes pieces off; who asks for one is told so. */
export async function withdrawPublicCases(db: Db, ids: readonly string[], now: Date): Promise<void> {
	if (ids.length === 0) return;
	await db
		.update(publicCase)
		.set({ currentVersion: null, withdrawnAt: now, changedAt: now })
		.where(inArray(publicCase.id, [...ids]));
}

const IS_SHOWN = and(eq(publicCaseVersion.id, publicCase.id), eq(publicCaseVersion.version, publicCase.currentVersion));

const { id, title, lead, warning, industry, month, audience } = publicCaseVersion;
const CARD = { id, title, lead, warning, industry, month, audience };
const { changedAt, withdrawnAt } = publicCase;

/** What a list shows, newest first. */
export function selectCards(db: Db) {
	return db
		.select({ ...CARD, changedAt })
		.from(publicCase)
		.innerJoin(publicCaseVersion, IS_SHOWN)
		.orderBy(desc(publicCaseVersion.month), publicCaseVersion.id);
}

export type PublicCard = Awaited<ReturnType<typeof selectCards>>[number];

/** When anything in the list last changed, withdrawn pieces too; null = there never was one. */
export async function selectLastChange(db: Db): Promise<Date | null> {
	const [row] = await db.select({ at: max(changedAt) }).from(publicCase);
	return row?.at ?? null;
}

/** What the public side may know of one piece: its shown text, or that it was withdrawn. */
export async function selectPublicCase(db: Db, slug: string) {
	const { asOf, html, notes } = publicCaseVersion;
	const [row] = await db
		.select({ text: { ...CARD, asOf, html, notes }, changedAt, withdrawnAt })
		.from(publicCase)
		.leftJoin(publicCaseVersion, IS_SHOWN)
		.where(eq(publicCase.id, slug));
	return row ?? null;
}

/** Whether a shown piece holds a picture. */
export async function hasImage(db: Db, digest: string): Promise<boolean> {
	const rows = await db
		.select({ id })
		.from(publicCase)
		.innerJoin(publicCaseVersion, IS_SHOWN)
		.where(sql`${digest} = any(${publicCaseVersion.images})`)
		.limit(1);
	return rows.length > 0;
}

/** Shown pieces whose words hold the pattern. */
export function findPublicCases(db: Db, pattern: string, limit: number) {
	const { html } = publicCaseVersion;
	return db
		.select({ id, title, lead })
		.from(publicCase)
		.innerJoin(publicCaseVersion, IS_SHOWN)
		.where(or(ilike(title, pattern), ilike(lead, pattern), ilike(warning, pattern), ilike(html, pattern)))
		.orderBy(desc(ilike(title, pattern)), desc(month), id)
		.limit(limit);
}

/** The cases that a piece may stand for. */
export async function selectCaseIds(db: Db): Promise<string[]> {
	const rows = await db.select({ id: caseStudy.id }).from(caseStudy);
	return rows.map((row) => row.id);
}
