import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { articleGist, law, lawArticle, lawVersion } from '#db/schema/law.ts';

/** The versions of a law, oldest first, each with what is held of one article. */
export function selectCardVersions(db: Db, lawId: string, article: string) {
	const { version, inForceFrom, inForceUntil } = lawVersion;
	const of = (table: typeof lawArticle | typeof articleGist) =>
		and(eq(table.lawId, lawVersion.lawId), eq(table.version, version), eq(table.article, sql`${article}`));
	return db
		.select({
			...{ lawTitle: law.title, version, inForceFrom, inForceUntil },
			...{ official: lawArticle.text, heading: articleGist.heading, gist: articleGist.gist }
		})
		.from(lawVersion)
		.innerJoin(law, eq(law.id, lawVersion.lawId))
		.leftJoin(lawArticle, of(lawArticle))
		.leftJoin(articleGist, of(articleGist))
		.where(eq(lawVersion.lawId, lawId))
		.orderBy(version);
}
