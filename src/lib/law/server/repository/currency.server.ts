import { asc, desc, eq, gte, inArray, or, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { articleGist, law, lawArticle, lawVersion } from '#db/schema/law.ts';
import { currencyDecision, currencyReview } from '#db/schema/law-currency.ts';
import { type PieceCitation, REVIEWED_KINDS } from '../../domain/citing.ts';
import { type Books, type Review, type Settled, textKey } from '../../domain/currency.ts';
import { type Verdict } from '../../domain/standing.ts';
import type { KnownVersion } from '../../domain/succession.ts';

export interface CurrencyState {
	readonly citations: readonly PieceCitation[];
	readonly books: Books;
}

const REVIEWED = Object.keys(REVIEWED_KINDS)
	.map((kind) => `'${kind}'`)
	.join(', ');

/**
 * What is needed to tell which shown pieces a change of law touches, in one round trip. It only leaves out citations of
 * versions that have neither an end nor another version beside them; the day and the decision are the domain's.
 */
const readState = statement<{
	citations: PieceCitation[];
	versions: KnownVersion[];
	texts: [law: string, version: string, article: string, digest: string][];
	reviews: Review[];
}>(`
	with recursive stale as materialized (
		select law_id, version from law_version v
		where in_force_until is not null or exists (select 1 from law_version n where n.law_id = v.law_id and n.version <> v.version)
	), cited as materialized (
		select c.kind, c.piece_id as id, c.piece_version as version, c.title, c.as_of as "asOf", c.law_id as law, c.version as "from",
			array_agg(distinct c.article) as articles
		from stale s
		join citation c on c.law_id = s.law_id and c.version = s.version
		join citing_piece p on p.kind = c.kind and p.piece_id = c.piece_id and p.version = c.piece_version
		where p.kind in (${REVIEWED})
		group by c.kind, c.piece_id, c.piece_version, c.title, c.as_of, c.law_id, c.version
	), books (law) as (
		select law from cited union select v.replaced_by from books join law_version v on v.law_id = books.law where v.replaced_by is not null
	), versions as (
		select v.law_id as law, l.title, v.version, v.in_force_from as "inForceFrom", v.in_force_until as "inForceUntil",
			v.replaced_by as "replacedBy", v.text = 'full' as "hasText"
		from law_version v join law l on l.id = v.law_id where v.law_id in (select law from books)
		order by v.law_id, v.version
	), reviews as (
		select r.id, d.verdict, d.reason, r.kind, r.piece_id as "pieceId", r.piece_version as "pieceVersion",
			r.law_id as law, r.to_law_id as "toLaw", r.to_version as "toVersion"
		from currency_review r
		left join lateral (select verdict, reason from currency_decision where review_id = r.id order by number desc limit 1) d on true
		where exists (select 1 from cited c where c.kind = r.kind and c.id = r.piece_id and c.version = r.piece_version)
	)
	select coalesce((select json_agg(cited order by kind, id, law) from cited), '[]') as citations,
		coalesce((select json_agg(versions) from versions), '[]') as versions,
		coalesce((select json_agg(json_build_array(a.law_id, a.version, a.article, md5(a.text))) from law_article a
			where (a.law_id, a.article) in (select law, unnest(articles) from cited)), '[]') as texts,
		coalesce((select json_agg(reviews) from reviews), '[]') as reviews`);

export async function selectState(db: Db): Promise<CurrencyState> {
	const [row] = await readState(db, []);
	const { citations, versions, texts, reviews } = row!;
	const digests = new Map(texts.map(([lawId, version, article, digest]) => [textKey(lawId, version, article), digest]));
	return { citations, books: { versions, texts: digests, reviews } };
}

/** Every version of the laws that have had a beginning or an end since a day, and of those that they replaced. */
export async function selectRecent(db: Db, since: string): Promise<KnownVersion[]> {
	const recent = db
		.select({ lawId: lawVersion.lawId })
		.from(lawVersion)
		.where(or(gte(lawVersion.inForceFrom, since), gte(lawVersion.inForceUntil, since)));
	return selectKnown(db, or(inArray(lawVersion.lawId, recent), inArray(lawVersion.replacedBy, recent)));
}

/** Every version of a law and of the laws that took its place. */
export async function selectLine(db: Db, lawId: string): Promise<KnownVersion[]> {
	const line = sql`(with recursive line (id) as (select ${lawId}::text union select v.replaced_by from line
		join law_version v on v.law_id = line.id where v.replaced_by is not null) select id from line)`;
	return selectKnown(db, sql`${lawVersion.lawId} in ${line}`);
}

function selectKnown(db: Db, where: ReturnType<typeof or>) {
	const { lawId, version, inForceFrom, inForceUntil, replacedBy, text } = lawVersion;
	return db
		.select({
			...{ law: lawId, title: law.title, version, inForceFrom, inForceUntil, replacedBy },
			hasText: sql<boolean>`${text} = 'full'`
		})
		.from(lawVersion)
		.innerJoin(law, eq(law.id, lawId))
		.where(where)
		.orderBy(asc(lawId), asc(version));
}

/** Writes down that these wait for review; the ones that do already stay as they are. @returns how many are new */
export async function insertReviews(db: Db, list: readonly Settled[], now: Date): Promise<number> {
	if (list.length === 0) return 0;
	const rows = list.map((one) => ({
		...{ id: one.reviewId, kind: one.kind, pieceId: one.id, pieceVersion: one.version, title: one.title },
		...{ asOf: one.asOf, lawId: one.law, fromVersion: one.from, toLawId: one.to?.law ?? null },
		...{ toVersion: one.to?.version ?? null, since: one.since, openedAt: now }
	}));
	const added = await db.insert(currencyReview).values(rows).onConflictDoNothing().returning({ id: currencyReview.id });
	return added.length;
}

export interface NewDecision {
	readonly reviewId: string;
	readonly number: number;
	readonly verdict: Verdict;
	readonly reason: string;
	readonly decidedBy: string;
	readonly decidedAt: Date;
}

/** @returns false when somebody else has given this number in the meantime */
export async function insertDecision(db: Db, decision: NewDecision): Promise<boolean> {
	const rows = await db
		.insert(currencyDecision)
		.values(decision)
		.onConflictDoNothing()
		.returning({ number: currencyDecision.number });
	return rows.length > 0;
}

/** The decisions on a review, oldest first. */
export function selectDecisions(db: Db, reviewId: string) {
	return db
		.select()
		.from(currencyDecision)
		.where(eq(currencyDecision.reviewId, reviewId))
		.orderBy(asc(currencyDecision.number));
}

export async function selectReview(db: Db, id: string) {
	const [row] = await db.select().from(currencyReview).where(eq(currencyReview.id, id));
	return row ?? null;
}

/** When each of these reviews was opened. */
export async function selectOpened(db: Db, ids: readonly string[]): Promise<Map<string, Date>> {
	if (ids.length === 0) return new Map();
	const { id, openedAt } = currencyReview;
	const rows = await db
		.select({ id, openedAt })
		.from(currencyReview)
		.where(inArray(id, [...ids]));
	return new Map(rows.map((row) => [row.id, row.openedAt]));
}

/** The latest decision on each of these reviews. */
export function selectLatestDecisions(db: Db, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return db
		.selectDistinctOn([currencyDecision.reviewId])
		.from(currencyDecision)
		.where(inArray(currencyDecision.reviewId, [...ids]))
		.orderBy(currencyDecision.reviewId, desc(currencyDecision.number));
}

/** Official texts of one version, in order: these articles, or all. */
export function selectTexts(db: Db, lawId: string, version: string, articles: readonly string[] | null) {
	const { article, text } = lawArticle;
	return db
		.select({ article, text })
		.from(lawArticle)
		.where(
			sql`${lawArticle.lawId} = ${lawId} and ${lawArticle.version} = ${version}
				and ${articles === null ? sql`true` : inArray(article, [...articles])}`
		)
		.orderBy(asc(lawArticle.position));
}

/** Our gists of these articles of one version. */
export function selectGistsOf(db: Db, lawId: string, version: string, articles: readonly string[]) {
	const { article, heading, gist } = articleGist;
	return db
		.select({ article, heading, gist })
		.from(articleGist)
		.where(
			sql`${articleGist.lawId} = ${lawId} and ${articleGist.version} = ${version} and ${inArray(article, [...articles])}`
		);
}

/** Id of a law by id, title or short title. */
export async function findLawId(db: Db, name: string, key: string): Promise<string | null> {
	const [row] = await db
		.select({ id: law.id })
		.from(law)
		.where(
			sql`${law.id} = ${name} or ${law.titleKey} = ${key} or ${name} = any(${law.shortTitles}) or ${key} = any(${law.shortTitles})`
		)
		.orderBy(sql`${law.id} = ${name} desc, ${law.titleKey} = ${key} desc`)
		.limit(1);
	return row?.id ?? null;
}
