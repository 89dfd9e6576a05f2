import { and, asc, count, eq, inArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '#db/connect.ts';
import { articleGist, citation, law, lawVersion } from '#db/schema/law.ts';
import { articlePosition } from '#lib/shared/citation.ts';
import type { ResolvedCitation } from '../domain/cited-article.ts';
import type { LawFile } from '../domain/law-file.ts';
import { titleKey } from '../domain/title-key.ts';

/** Which law files are stored, and with which digest. */
export async function readDigests(db: Db): Promise<Map<string, string | null>> {
	const rows = await db.select({ id: law.id, digest: law.digest }).from(law);
	return new Map(rows.map(({ id, digest }) => [id, digest]));
}

/** Replaces one law with what its file says; citations keep pointing to it by (law, version, article). */
export async function saveLaw(db: Db, file: LawFile): Promise<void> {
	const { id, title, shortTitles, kind, digest } = file;
	const values = { title, titleKey: titleKey(title), shortTitles, kind, digest };
	await db
		.insert(law)
		.values({ id, ...values })
		.onConflictDoUpdate({ target: law.id, set: values });
	await db.delete(lawVersion).where(eq(lawVersion.lawId, id));
	await db.delete(articleGist).where(eq(articleGist.lawId, id));
	await db.insert(lawVersion).values(file.versions.map((one) => ({ ...one, lawId: id, version: one.id })));
	const gists = file.articles.flatMap(({ versions, article, heading, gist }) =>
		versions.map((version) => ({ lawId: id, version, article, heading, gist, position: articlePosition(article) }))
	);
	if (gists.length > 0) await db.insert(articleGist).values(gists);
}

export interface CitingPiece {
	readonly kind: 'item' | 'case' | 'provision' | 'benchmark';
	readonly id: string;
	readonly version: number;
	readonly title: string;
	readonly asOf: string;
}

/** Writes the references of new piece versions; the ones of older versions stay. */
export async function saveCitations(
	db: Db,
	list: readonly { piece: CitingPiece; references: readonly ResolvedCitation[] }[]
): Promise<void> {
	const rows = list.flatMap(({ piece, references }) =>
		references.map((one, number) => ({
			kind: piece.kind,
			pieceId: piece.id,
			pieceVersion: piece.version,
			title: piece.title,
			asOf: piece.asOf,
			number,
			lawId: one.law,
			article: one.article,
			paragraph: one.paragraph ?? null,
			item: one.item ?? null,
			version: one.version
		}))
	);
	if (rows.length > 0) await db.insert(citation).values(rows).onConflictDoNothing();
}

export function selectLaws(db: Db) {
	const gists = db
		.select({ lawId: articleGist.lawId, gists: count().as('gists') })
		.from(articleGist)
		.groupBy(articleGist.lawId)
		.as('gists');
	const cited = db
		.select({ lawId: citation.lawId, cited: sql<number>`count(distinct (kind, piece_id))::int`.as('cited') })
		.from(citation)
		.groupBy(citation.lawId)
		.as('cited');
	return db
		.select({ law, gists: gists.gists, cited: cited.cited })
		.from(law)
		.leftJoin(gists, eq(gists.lawId, law.id))
		.leftJoin(cited, eq(cited.lawId, law.id));
}

export function selectVersions(db: Db, lawId?: string) {
	return db
		.select()
		.from(lawVersion)
		.where(lawId === undefined ? undefined : eq(lawVersion.lawId, lawId))
		.orderBy(asc(lawVersion.version));
}

export async function selectLaw(db: Db, id: string) {
	const [row] = await db.select().from(law).where(eq(law.id, id));
	return row ?? null;
}

/** The gists of one version with how many pieces cite each. */
export function selectArticles(db: Db, lawId: string, version: string) {
	const cited = sql<number>`(select count(distinct (c.kind, c.piece_id))::int from citation c
		where c.law_id = ${articleGist.lawId} and c.article = ${articleGist.article})`;
	return db
		.select({ article: articleGist.article, heading: articleGist.heading, gist: articleGist.gist, cited })
		.from(articleGist)
		.where(and(eq(articleGist.lawId, lawId), eq(articleGist.version, version)))
		.orderBy(asc(articleGist.position));
}

/** Who cites an article, newest version of each piece once. */
export function selectCiting(db: Db, lawId: string, article: string, kinds: readonly string[]) {
	const newer = alias(citation, 'newer');
	return db
		.selectDistinct({
			kind: citation.kind,
			id: citation.pieceId,
			title: citation.title,
			article: citation.article,
			paragraph: citation.paragraph,
			item: citation.item
		})
		.from(citation)
		.where(
			and(
				eq(citation.lawId, lawId),
				eq(citation.article, article),
				inArray(citation.kind, [...kinds]),
				sql`not exists (select 1 from ${citation} as ${sql.identifier('newer')} where ${newer.kind} = ${citation.kind}
					and ${newer.pieceId} = ${citation.pieceId} and ${newer.pieceVersion} > ${citation.pieceVersion})`
			)
		)
		.orderBy(asc(citation.kind), asc(citation.pieceId))
		.limit(200);
}

/** Title and gist of each wanted article. */
export function selectGists(db: Db, wanted: readonly ResolvedCitation[]) {
	const wants = wanted.map((one) =>
		and(eq(articleGist.lawId, one.law), eq(articleGist.version, one.version), eq(articleGist.article, one.article))
	);
	return db
		.select({
			law: articleGist.lawId,
			version: articleGist.version,
			article: articleGist.article,
			heading: articleGist.heading,
			gist: articleGist.gist,
			lawTitle: law.title
		})
		.from(articleGist)
		.innerJoin(law, eq(law.id, articleGist.lawId))
		.where(or(...wants));
}

/** Articles whose heading or gist holds the words, for the search box. */
export function findArticles(db: Db, pattern: string, limit: number) {
	return db
		.select({
			lawId: law.id,
			lawTitle: law.title,
			article: articleGist.article,
			heading: articleGist.heading,
			gist: articleGist.gist
		})
		.from(articleGist)
		.innerJoin(law, eq(law.id, articleGist.lawId))
		.innerJoin(lawVersion, and(eq(lawVersion.lawId, law.id), eq(lawVersion.version, articleGist.version)))
		.where(
			and(
				sql`(${articleGist.heading} ilike ${pattern} or ${articleGist.gist} ilike ${pattern})`,
				sql`${lawVersion.inForceUntil} is null`
			)
		)
		.orderBy(sql`${articleGist.heading} ilike ${pattern} desc`, asc(articleGist.position))
		.limit(limit);
}
