import { desc, eq, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { searchGeneration, searchLexicon, searchTerm, searchVersion } from '#db/schema/law-search.ts';
import { law, lawVersion } from '#db/schema/law.ts';
import type { Day } from '#lib/shared/time.ts';
import type { TermLists } from '../../domain/search/index-parts.ts';

/** Which index and which lexicon count now; the digests also name what a node may keep of them. */
const selectState = statement<{ generation: number; digest: string; lexicon: string | null }>(
	`select g.generation, g.digest, l.digest as lexicon
	from law_search_generation g left join law_search_lexicon l on l.id = 1 where g.current`
);

export async function readState(db: Db) {
	return (await selectState(db, []))[0] ?? null;
}

const selectTerms = statement<TermLists & { term: string }>(
	`select term, documents, texts, gists, paths, titles from law_search_term
	where generation = $1 and term = any(string_to_array($2, ' '))`
);

/** The lists of the terms that anybody holds. */
export function readTerms(db: Db, generation: number, terms: readonly string[]) {
	return selectTerms(db, [generation, terms.join(' ')]);
}

/** Every version of a generation with the law it belongs to, in the order of their numbers. */
export function selectIndexedVersions(db: Db, generation: number) {
	return db
		.select({
			...{ lawId: searchVersion.lawId, version: searchVersion.version, firstDocument: searchVersion.firstDocument },
			...{ firstPath: searchVersion.firstPath, titleLength: searchVersion.titleLength },
			...{ articles: searchVersion.articles, textLengths: searchVersion.textLengths },
			...{ gistLengths: searchVersion.gistLengths, standings: searchVersion.standings },
			...{ paths: searchVersion.paths, pathLengths: searchVersion.pathLengths },
			...{ title: law.title, titleKey: law.titleKey, shortTitles: law.shortTitles, kind: law.kind },
			...{ inForceFrom: lawVersion.inForceFrom, inForceUntil: lawVersion.inForceUntil }
		})
		.from(searchVersion)
		.innerJoin(law, eq(law.id, searchVersion.lawId))
		.innerJoin(
			lawVersion,
			sql`${lawVersion.lawId} = ${searchVersion.lawId} and ${lawVersion.version} = ${searchVersion.version}`
		)
		.where(eq(searchVersion.generation, generation))
		.orderBy(searchVersion.number);
}

export interface Place {
	readonly lawId: string;
	readonly version: Day;
	readonly article: string;
}

const selectWording = statement<{
	place: number;
	label: string | null;
	text: string | null;
	heading: string | null;
	gist: string | null;
}>(
	`select (w.n - 1)::int as place, a.label, a.text, g.heading, g.gist
	from jsonb_to_recordset($1::text::jsonb) as w(n int, l text, v date, a text)
	left join law_article a on a.law_id = w.l and a.version = w.v and a.article = w.a
	left join article_gist g on g.law_id = w.l and g.version = w.v and g.article = w.a`
);

/** Label, text and gist of found articles; `place` = index in `places`. */
export function readWording(db: Db, places: readonly Place[]) {
	const wanted = places.map(({ lawId, version, article }, at) => ({ n: at + 1, l: lawId, v: version, a: article }));
	return selectWording(db, [JSON.stringify(wanted)]);
}

export async function readLexicon(db: Db) {
	const [row] = await db.select({ entries: searchLexicon.entries }).from(searchLexicon);
	return row?.entries ?? [];
}

/** Puts the lexicon in place of the one before; false = it is the same. */
export async function saveLexicon(db: Db, lexicon: typeof searchLexicon.$inferInsert): Promise<boolean> {
	const written = await db
		.insert(searchLexicon)
		.values({ ...lexicon, id: 1 })
		.onConflictDoUpdate({
			target: searchLexicon.id,
			set: { digest: lexicon.digest, entries: lexicon.entries },
			setWhere: sql`${searchLexicon.digest} <> excluded.digest`
		})
		.returning({ id: searchLexicon.id });
	return written.length > 0;
}

/** The highest number so far, current or not. */
export async function readNewestGeneration(db: Db): Promise<number> {
	const [row] = await db
		.select({ generation: searchGeneration.generation })
		.from(searchGeneration)
		.orderBy(desc(searchGeneration.generation))
		.limit(1);
	return row?.generation ?? 0;
}

/** Makes a written generation the current one and removes the others. */
export async function switchTo(db: Db, generation: typeof searchGeneration.$inferInsert): Promise<void> {
	const others = sql`generation <> ${generation.generation}`;
	await db.delete(searchGeneration);
	await db.insert(searchGeneration).values(generation);
	await db.delete(searchTerm).where(others);
	await db.delete(searchVersion).where(others);
}
