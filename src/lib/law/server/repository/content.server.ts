import { and, eq, inArray, isNull, not, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { lawText } from '#db/schema/law-import.ts';
import { articleGist, citation, law, lawArticle, lawSection, lawVersion } from '#db/schema/law.ts';
import { articlePosition } from '#lib/shared/citation.ts';
import type { LawFile } from '../../domain/law-file.ts';
import { titleKey } from '../../domain/title-key.ts';

/** Which law files are stored, and with which digest; null = known by an imported text only. */
export async function readDigests(db: Db): Promise<Map<string, string | null>> {
	const rows = await db.select({ id: law.id, digest: law.digest }).from(law);
	return new Map(rows.map(({ id, digest }) => [id, digest]));
}

/**
 * Brings one law to what its file says. Imported texts and versions that only an import knows stay; what the file no longer
 * says of a version is gone. Citations keep pointing to it by (law, version, article). Validities are settled afterwards.
 */
export async function saveLaw(db: Db, file: LawFile): Promise<void> {
	const { id, title, shortTitles, kind, digest } = file;
	const values = { title, titleKey: titleKey(title), shortTitles, kind, digest };
	const imported = await findImported(db, id, values.titleKey);
	if (imported !== null)
		await db
			.update(law)
			.set({ titleKey: `${values.titleKey} ${id}` })
			.where(eq(law.id, imported));
	await db
		.insert(law)
		.values({ id, ...values })
		.onConflictDoUpdate({ target: law.id, set: values });
	if (imported !== null) await adopt(db, imported, id);
	await saveVersions(db, file);
	await db.delete(articleGist).where(eq(articleGist.lawId, id));
	const gists = file.articles.flatMap(({ versions, article, heading, gist }) =>
		versions.map((version) => ({ lawId: id, version, article, heading, gist, position: articlePosition(article) }))
	);
	if (gists.length > 0) await db.insert(articleGist).values(gists);
}

/** The id under which an import made this law before it had a file. */
async function findImported(db: Db, id: string, key: string): Promise<string | null> {
	const [row] = await db
		.select({ id: law.id })
		.from(law)
		.where(and(eq(law.titleKey, key), not(eq(law.id, id)), isNull(law.digest)));
	return row?.id ?? null;
}

/** Gives everything of an imported law to the id that its new file has. */
async function adopt(db: Db, from: string, to: string): Promise<void> {
	const columns = sql.raw(
		'version, in_force_from, in_force_until, replaced_by, text, articles, note, text_digest, text_source, history'
	);
	await db.execute(sql`insert into law_version (law_id, ${columns})
		select ${to}, ${columns} from law_version where law_id = ${from} on conflict do nothing`);
	for (const table of [lawSection, lawArticle, lawText, citation]) {
		await db.update(table).set({ lawId: to }).where(eq(table.lawId, from));
	}
	await db.delete(lawVersion).where(eq(lawVersion.lawId, from));
	await db.delete(law).where(eq(law.id, from));
}

async function saveVersions(db: Db, { id, versions }: LawFile): Promise<void> {
	const listed = versions.map((one) => one.id);
	const ofLaw = eq(lawVersion.lawId, id);
	const unlisted = not(inArray(lawVersion.version, listed));
	await db.delete(lawVersion).where(and(ofLaw, unlisted, not(eq(lawVersion.text, 'full'))));
	const unsaid = { isStated: false, statedFrom: null, statedUntil: null, replacedBy: null, note: null };
	await db.update(lawVersion).set(unsaid).where(and(ofLaw, unlisted));
	for (const { id: version, inForceFrom, inForceUntil, replacedBy = null, text, articles, note } of versions) {
		const stated = { isStated: true, statedFrom: inForceFrom, statedUntil: inForceUntil, replacedBy, note };
		await db
			.insert(lawVersion)
			.values({ lawId: id, version, inForceFrom, inForceUntil, text, articles, ...stated })
			.onConflictDoUpdate({
				target: [lawVersion.lawId, lawVersion.version],
				set: {
					...stated,
					text: sql`case ${lawVersion.text} when 'full' then 'full' else ${text} end`,
					articles: sql`case ${lawVersion.text} when 'full' then ${lawVersion.articles} else ${articles}::int end`
				}
			});
	}
}
