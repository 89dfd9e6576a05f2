import { and, asc, count, eq, inArray, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { articleGist, citation, law, lawVersion } from '#db/schema/law.ts';
import { citingPiece } from '#db/schema/law-currency.ts';
import type { ResolvedCitation } from '../domain/cited-article.ts';
import { IS_SHOWN } from './repository/citations.server.ts';

export function selectLaws(db: Db) {
	const gists = db
		.select({ lawId: articleGist.lawId, gists: count().as('gists') })
		.from(articleGist)
		.groupBy(articleGist.lawId)
		.as('gists');
	const cited = db
		.select({
			lawId: citation.lawId,
			cited: sql<number>`count(distinct (${citation.kind}, ${citation.pieceId}))::int`.as('cited')
		})
		.from(citation)
		.innerJoin(citingPiece, IS_SHOWN)
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
		join citing_piece p on p.kind = c.kind and p.piece_id = c.piece_id and p.version = c.piece_version
		where c.law_id = ${articleGist.lawId} and c.article = ${articleGist.article})`;
	return db
		.select({ article: articleGist.article, heading: articleGist.heading, gist: articleGist.gist, cited })
		.from(articleGist)
		.where(and(eq(articleGist.lawId, lawId), eq(articleGist.version, version)))
		.orderBy(asc(articleGist.position));
}

/** Which shown pieces cite an article. */
export function selectCiting(db: Db, lawId: string, article: string, kinds: readonly string[]) {
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
		.innerJoin(citingPiece, IS_SHOWN)
		.where(and(eq(citation.lawId, lawId), eq(citation.article, article), inArray(citation.kind, [...kinds])))
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
