import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { lawText } from '#db/schema/law-import.ts';
import { law, lawArticle, lawVersion } from '#db/schema/law.ts';
import type { StoredText } from '../../domain/accept-text.ts';
import type { LawText, TextUnit } from '../../domain/law-text.ts';
import type { PlacedText } from '../../domain/place-text.ts';
import type { SettledVersion, VersionClaims } from '../../domain/settle-versions.ts';
import { titleKey, shortTitle } from '../../domain/title-key.ts';

/** Imports and content loading come one after the other; released with the transaction. */
export async function lockLaws(db: Db): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext('leitai:law-texts'))`);
}

/** Titles and short titles of all laws with their ids. */
export function selectTitles(db: Db) {
	return db.select({ id: law.id, titleKey: law.titleKey, shortTitles: law.shortTitles }).from(law);
}

/** Digests of every stored text, by law. */
export async function readStoredTexts(db: Db): Promise<Map<string, StoredText[]>> {
	const { lawId, version, part, source, digest, readDigest } = lawText;
	const rows = await db
		.select({ lawId, version, part, source, digest, readDigest })
		.from(lawText)
		.orderBy(lawText.base);
	const byLaw = new Map<string, StoredText[]>();
	for (const { lawId: id, ...stored } of rows) byLaw.set(id, [...(byLaw.get(id) ?? []), stored]);
	return byLaw;
}

/** A text that is to be written, with the law it belongs to. */
export interface TextToSave extends StoredText {
	readonly lawId: string;
	readonly text: LawText;
	readonly placed: PlacedText;
}

/** Of the articles of a part, those that another part of the same version has already. */
export async function findTaken(db: Db, { lawId, version, part, placed }: TextToSave): Promise<string[]> {
	const own = sql`exists (select 1 from ${lawText} t where t.law_id = ${lawId} and t.version = ${version} and t.part = ${part}
		and ${lawArticle.position} >= t.base and ${lawArticle.position} < t.base + t.articles)`;
	const rows = await db
		.select({ article: lawArticle.article, position: lawArticle.position })
		.from(lawArticle)
		.where(sql`${lawArticle.lawId} = ${lawId} and ${lawArticle.version} = ${version} and not ${own}`);
	const [from, to] = [placed.base, placed.base + placed.articles.length];
	const wanted = new Set(placed.articles.map(({ article }) => article));
	return rows
		.filter(({ article, position }) => wanted.has(article) || (position >= from && position < to))
		.map(({ article }) => article);
}

/** Rows go in as one JSON parameter per table: fast, and no limit on the number of parameters. */
const recordset = (rows: readonly object[], columns: string) =>
	sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(${sql.raw(columns)})`;

const idsOf = (lawIds: readonly string[]) =>
	sql`(select jsonb_array_elements_text(${JSON.stringify(lawIds)}::text::jsonb))`;

/** Writes texts, whole: laws and versions that are new, and in place of what was stored of the same file. */
export async function saveTexts(db: Db, list: readonly TextToSave[]): Promise<void> {
	if (list.length === 0) return;
	await saveLawsAndVersions(db, list);
	const keys = list.map(({ lawId: l, version: v, part: p }) => ({ l, v, p }));
	for (const [table, count] of [
		['law_article', 'articles'],
		['law_section', 'sections']
	] as const) {
		await db.execute(sql`delete from ${sql.identifier(table)} a using law_text t, ${recordset(keys, 'l text, v date, p text')}
			where t.law_id = r.l and t.version = r.v and t.part = r.p and a.law_id = r.l and a.version = r.v
				and a.position >= t.base and a.position < t.base + t.${sql.identifier(count)}`);
	}
	await saveWording(db, list);
	const texts = list.map(({ lawId, version, part, source, digest, readDigest, text, placed }) => ({
		...{ lawId, version, part, source, digest, readDigest, history: text.history.join('\n'), base: placed.base },
		...{ foundFrom: text.inForce.from, foundLine: text.inForce.line, foundWhy: text.inForce.why },
		...{ articles: placed.articles.length, sections: placed.sections.length }
	}));
	const excluded = (column: string) => sql.raw(`excluded.${column}`);
	await db
		.insert(lawText)
		.values(texts)
		.onConflictDoUpdate({
			target: [lawText.lawId, lawText.version, lawText.part],
			set: {
				...{ source: excluded('source'), digest: excluded('digest'), readDigest: excluded('read_digest') },
				...{ foundFrom: excluded('found_from'), foundLine: excluded('found_line'), foundWhy: excluded('found_why') },
				...{ history: excluded('history'), base: excluded('base') },
				...{ articles: excluded('articles'), sections: excluded('sections') }
			}
		});
}

async function saveLawsAndVersions(db: Db, list: readonly TextToSave[]): Promise<void> {
	const laws = new Map(
		list.map(({ lawId: id, text: { title, kind } }) => {
			const short = shortTitle(title);
			const shortTitles = short === title || short === '' ? [] : [short];
			return [id, { id, title, titleKey: titleKey(title), shortTitles, kind }];
		})
	);
	await db
		.insert(law)
		.values([...laws.values()])
		.onConflictDoNothing();
	const versions = new Map(list.map(({ lawId, version }) => [`${lawId}/${version}`, { lawId, version }]));
	await db
		.insert(lawVersion)
		.values([...versions.values()].map((one) => ({ ...one, text: 'full' as const })))
		.onConflictDoUpdate({ target: [lawVersion.lawId, lawVersion.version], set: { text: 'full' } });
}

async function saveWording(db: Db, list: readonly TextToSave[]): Promise<void> {
	const of = ({ lawId: l, version: v, placed: { base } }: TextToSave, index: number) => ({ l, v, n: base + index });
	const sections = list.flatMap((one) =>
		one.placed.sections.map(({ level, heading }, index) => ({ ...of(one, index), level, heading }))
	);
	await db.execute(sql`insert into law_section (law_id, version, position, level, heading)
		select l, v, n, level, heading from ${recordset(sections, 'l text, v date, n smallint, level smallint, heading text')}`);
	const section = (one: TextToSave, unit: TextUnit) => (unit.section === null ? null : one.placed.base + unit.section);
	const articles = list.flatMap((one) =>
		one.placed.articles.map((unit, index) => ({
			...of(one, index),
			...{ id: unit.article, label: unit.label, s: section(one, unit), t: unit.text }
		}))
	);
	await db.execute(sql`insert into law_article (law_id, version, article, position, label, section, text)
		select l, v, id, n, label, s, t
		from ${recordset(articles, 'l text, v date, n integer, id text, label text, s smallint, t text')}`);
}

/** Brings what a version tells of its text to its files: digest, place, dated lines, number of articles. */
export async function describeTexts(db: Db, lawIds: readonly string[]): Promise<void> {
	if (lawIds.length === 0) return;
	await db.execute(sql`update law_version v
		set text_digest = t.digest, text_source = t.source, history = t.history, articles = t.articles
		from (
			select law_id, version,
				case count(*) when 1 then min(digest) else encode(sha256(string_agg(digest, ',' order by base)::bytea), 'hex') end as digest,
				(array_agg(source order by base))[1] as source,
				(array_agg(history order by length(history) desc, base))[1] as history,
				(select count(*)::int from law_article a
					where a.law_id = law_text.law_id and a.version = law_text.version and a.article ~ '^[0-9]') as articles
			from law_text where law_id in ${idsOf(lawIds)} group by law_id, version
		) t
		where v.law_id = t.law_id and v.version = t.version`);
}

export interface LawClaims extends VersionClaims {
	readonly lawId: string;
	/** What the text says when it gives no date in force. */
	readonly why: string | null;
	readonly source: string | null;
	readonly inForceFrom: string | null;
	readonly inForceUntil: string | null;
	readonly note: string | null;
}

/** What content and texts say about the validity of every version of these laws. */
export function selectClaims(db: Db, lawIds: readonly string[]): Promise<LawClaims[]> {
	return db
		.select({
			...{ lawId: lawVersion.lawId, version: lawVersion.version, isStated: lawVersion.isStated },
			...{ statedFrom: lawVersion.statedFrom, statedUntil: lawVersion.statedUntil, note: lawVersion.note },
			...{ inForceFrom: lawVersion.inForceFrom, inForceUntil: lawVersion.inForceUntil },
			foundFrom: sql<string | null>`min(${lawText.foundFrom})::text`,
			why: sql<string | null>`min(${lawText.foundWhy})`,
			source: sql<string | null>`min(${lawText.source})`
		})
		.from(lawVersion)
		.leftJoin(lawText, sql`${lawText.lawId} = ${lawVersion.lawId} and ${lawText.version} = ${lawVersion.version}`)
		.where(sql`${lawVersion.lawId} in ${idsOf(lawIds)}`)
		.groupBy(lawVersion.lawId, lawVersion.version);
}

/** Writes settled validities; a note only where no file of `content/law` speaks of the version. */
export async function saveValidities(
	db: Db,
	rows: readonly (SettledVersion & { lawId: string; note: string | null })[]
): Promise<void> {
	const values = rows.map(({ lawId: l, version: v, inForceFrom: f, inForceUntil: u, note: n }) => ({ l, v, f, u, n }));
	await db.execute(sql`update law_version set in_force_from = r.f, in_force_until = r.u, note = r.n
		from ${recordset(values, 'l text, v date, f date, u date, n text')}
		where law_id = r.l and version = r.v`);
}
