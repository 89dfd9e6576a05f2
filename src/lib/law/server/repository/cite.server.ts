import { eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { articleGist, law, lawArticle, lawVersion } from '#db/schema/law.ts';

/** Every title by which a law can be named; of two laws with one short title the one with a file of ours comes first. */
export function selectTitles(db: Db) {
	return db
		.select({ id: law.id, title: law.title, shortTitles: law.shortTitles })
		.from(law)
		.orderBy(sql`${law.digest} is null`, law.id);
}

/** All versions of some laws, each with those of the articles in question of which it holds a text or a gist. */
export function selectHeldVersions(db: Db, laws: readonly string[], articles: readonly string[]) {
	const { lawId, version } = lawVersion;
	const wanted = [...articles];
	const held = sql<string[]>`array(
		select ${lawArticle.article} from ${lawArticle}
		where ${eq(lawArticle.lawId, lawId)} and ${eq(lawArticle.version, version)} and ${inArray(lawArticle.article, wanted)}
		union select ${articleGist.article} from ${articleGist}
		where ${eq(articleGist.lawId, lawId)} and ${eq(articleGist.version, version)} and ${inArray(articleGist.article, wanted)})`;
	const { inForceFrom, inForceUntil, text } = lawVersion;
	return db
		.select({ lawId, version, inForceFrom, inForceUntil, text, articles: lawVersion.articles, held })
		.from(lawVersion)
		.where(inArray(lawId, [...laws]))
		.orderBy(version);
}
