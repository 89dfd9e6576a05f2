import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { lawArticle, lawSection } from '#db/schema/law.ts';

/** Headings of one imported text, in order. */
export function selectHeadings(db: Db, lawId: string, version: string) {
	const { position, level, heading } = lawSection;
	return db
		.select({ position, level, heading })
		.from(lawSection)
		.where(and(eq(lawSection.lawId, lawId), eq(lawSection.version, version)))
		.orderBy(asc(position));
}

/** Every article and other unit of one imported text without its wording, in order. */
export function selectUnits(db: Db, lawId: string, version: string) {
	const { article, label, section, position, text } = lawArticle;
	return db
		.select({
			...{ article, label, section, position },
			length: sql<number>`length(${text})`,
			lines: sql<number>`1 + length(${text}) - length(replace(${text}, chr(10), ''))`
		})
		.from(lawArticle)
		.where(and(eq(lawArticle.lawId, lawId), eq(lawArticle.version, version)))
		.orderBy(asc(position));
}

export interface Stretch {
	readonly lawId: string;
	readonly version: string;
	/** Positions, both included. */
	readonly from: number;
	readonly to: number;
}

export interface UnitText {
	readonly article: string;
	readonly label: string;
	readonly position: number;
	readonly text: string;
	/** Of our gist; null = there is none. */
	readonly heading: string | null;
	/** How many shown pieces of the kinds cite it. */
	readonly cited: number;
	/** The version before has no article with this wording. */
	readonly isChanged: boolean;
}

/** The wording of a stretch of one text, each unit with what is noted beside it. `before`: the version to tell changes from. */
export function selectWording(
	db: Db,
	{ lawId, version, from, to }: Stretch,
	{ before, kinds }: { before: string | null; kinds: readonly string[] }
) {
	const wanted = sql.join(
		kinds.map((kind) => sql`${kind}`),
		sql`, `
	);
	const rows = db.execute<UnitText & Record<string, unknown>>(sql`
		with cited as (
			select c.article, count(distinct (c.kind, c.piece_id))::int as cited from citation c
			join citing_piece p on p.kind = c.kind and p.piece_id = c.piece_id and p.version = c.piece_version
			where c.law_id = ${lawId} and c.kind in (${wanted}) group by c.article
		)
		select a.article, a.label, a.position, a.text, g.heading, coalesce(c.cited, 0) as cited,
			${before}::date is not null and a.text not in (
				select b.text from law_article b where b.law_id = ${lawId} and b.version = ${before}
			) as "isChanged"
		from law_article a
		left join article_gist g on g.law_id = a.law_id and g.version = a.version and g.article = a.article
		left join cited c on c.article = a.article
		where a.law_id = ${lawId} and a.version = ${version} and a.position between ${from} and ${to}
		order by a.position`);
	return rows as unknown as Promise<UnitText[]>;
}

/** All of one imported text, in order. */
export function selectWhole(db: Db, lawId: string, version: string) {
	const { article, label, section, text } = lawArticle;
	return db
		.select({ article, label, section, text })
		.from(lawArticle)
		.where(and(eq(lawArticle.lawId, lawId), eq(lawArticle.version, version)))
		.orderBy(asc(lawArticle.position));
}

export interface HeldArticle {
	/** Official wording and the label as it is printed; null = not imported. */
	readonly text: string | null;
	readonly label: string | null;
	/** Of the headings above, outermost first; empty without wording. */
	readonly headings: readonly { readonly level: number; readonly heading: string }[];
	readonly heading: string | null;
	readonly gist: string | null;
	readonly previous: string | null;
	readonly next: string | null;
}

/** One article of a version: official wording, our gist, headings and neighbours; null = neither wording nor gist. */
export async function selectArticle(db: Db, lawId: string, version: string, article: string) {
	const [row] = await db.execute<HeldArticle & Record<string, unknown>>(sql`
		with held as (select ${lawId}::text as law_id, ${version}::date as version, ${article}::text as article),
		near as (select n.article, n.position from law_article n where n.law_id = ${lawId} and n.version = ${version})
		select a.text, a.label, g.heading, g.gist,
			(select n.article from near n where n.position < a.position order by n.position desc limit 1) as previous,
			(select n.article from near n where n.position > a.position order by n.position limit 1) as next,
			coalesce((select json_agg(json_build_object('level', s.level, 'heading', s.heading) order by s.position)
				from law_section s where s.law_id = a.law_id and s.version = a.version and s.position <= a.section), '[]') as headings
		from held
		left join law_article a on a.law_id = held.law_id and a.version = held.version and a.article = held.article
		left join article_gist g on g.law_id = held.law_id and g.version = held.version and g.article = held.article
		where a.text is not null or g.gist is not null`);
	return (row as HeldArticle | undefined) ?? null;
}
