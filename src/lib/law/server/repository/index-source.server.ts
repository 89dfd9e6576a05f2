import { asc, eq, sql } from 'drizzle-orm';
import { type Db, driverOf } from '#db/connect.ts';
import { law, lawSection, lawVersion } from '#db/schema/law.ts';
import type { IndexedVersion, TermLists } from '../../domain/search/index-parts.ts';

const ROWS_AT_A_TIME = 1000;
const CHUNK_BYTES = 1 << 18;

/** One rebuild after the other, on whatever node; released with the transaction. */
export async function lockSearchIndex(db: Db): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext('leitai:law-search'))`);
}

/** Changes with everything that an index is made of: texts, gists (by their file), titles, kinds and validities. */
export async function digestOfSource(db: Db): Promise<string> {
	const [row] = await db.execute<{ digest: string }>(sql`
		select md5(coalesce((select string_agg(concat_ws('|', id, digest, title, kind, array_to_string(short_titles, ',')), ';' order by id) from law), '')
			|| coalesce((select string_agg(concat_ws('|', law_id, version, in_force_from, '-', in_force_until, text_digest), ';' order by law_id, version) from law_version), '')) as digest`);
	return row!.digest;
}

export function selectVersionsToIndex(db: Db) {
	return db
		.select({
			...{ lawId: lawVersion.lawId, version: lawVersion.version },
			...{ title: law.title, titleKey: law.titleKey, kind: law.kind }
		})
		.from(lawVersion)
		.innerJoin(law, eq(law.id, lawVersion.lawId));
}

export function selectSectionsToIndex(db: Db) {
	return db.select().from(lawSection).orderBy(asc(lawSection.lawId), asc(lawSection.version), asc(lawSection.position));
}

interface ArticleRow {
	readonly lawId: string;
	readonly version: string;
	readonly article: string;
	readonly section: number | null;
	readonly text: string;
	readonly gist: string;
}

/** Every article with text, gist or both, version by version; streamed, because all of it together is 25 MB. */
export async function* readArticlesToIndex(db: Db): AsyncGenerator<ArticleRow> {
	const rows = driverOf(db).unsafe<ArticleRow[]>(`
		select coalesce(a.law_id, g.law_id) as "lawId", coalesce(a.version, g.version)::text as version,
			coalesce(a.article, g.article) as article, a.section, coalesce(a.text, '') as text,
			coalesce(g.heading || ' ' || g.gist, '') as gist
		from law_article a full join article_gist g
			on g.law_id = a.law_id and g.version = a.version and g.article = a.article
		order by 1, 2, a.position nulls last, g.position`);
	for await (const some of rows.cursor(ROWS_AT_A_TIME)) yield* some;
}

/** Lists as COPY takes them; terms hold no character that would have to be escaped. */
const hexOf = (bytes: Uint8Array) =>
	`\\\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;

export async function writeTerms(
	db: Db,
	generation: number,
	terms: Iterable<TermLists & { readonly term: string }>
): Promise<number> {
	const target = 'copy law_search_term (generation, term, documents, texts, gists, paths, titles) from stdin';
	return copy(db, target, terms, ({ term, documents, ...lists }) => {
		const { texts, gists, paths, titles } = lists;
		return [generation, term, documents, ...[texts, gists, paths, titles].map(hexOf)];
	});
}

export async function writeVersions(db: Db, generation: number, versions: Iterable<IndexedVersion>): Promise<number> {
	const target = `copy law_search_version (generation, number, law_id, version, first_document, first_path, title_length,
		articles, text_lengths, gist_lengths, standings, paths, path_lengths) from stdin`;
	let number = 0;
	return copy(db, target, versions, (one) => [
		...[generation, number++, escaped(one.lawId), one.version, one.firstDocument, one.firstPath, one.titleLength],
		escaped(one.articles.join(' ')),
		...[one.textLengths, one.gistLengths, one.standings, one.paths, one.pathLengths].map((list) =>
			hexOf(new Uint8Array(list.buffer, list.byteOffset, list.byteLength))
		)
	]);
}

const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, (sign) => `\\${sign}`);

/** Streams rows into a table, waiting whenever the connection is full; returns how many. */
async function copy<Row>(
	db: Db,
	target: string,
	rows: Iterable<Row>,
	cells: (row: Row) => (string | number)[]
): Promise<number> {
	const stream = await driverOf(db).unsafe(target).writable();
	const ended = new Promise<void>((resolve, reject) => stream.once('finish', resolve).once('error', reject));
	let count = 0;
	let chunk = '';
	for (const row of rows) {
		count++;
		chunk += `${cells(row).join('\t')}\n`;
		if (chunk.length < CHUNK_BYTES) continue;
		if (!stream.write(chunk)) await new Promise<void>((resolve) => stream.once('drain', resolve));
		chunk = '';
	}
	stream.end(chunk);
	await ended;
	return count;
}
