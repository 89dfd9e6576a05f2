import type postgres from 'postgres';

/** A regulation of our own invention in two versions, as an import would have stored it. */
export async function buildIndexedLaws(sql: postgres.Sql): Promise<void> {
	await sql`insert into law (id, title, short_titles, title_key, kind) values ('depot', '仓库条例', '{}', '仓库条例', 'regulation')`;
	await sql`insert into law_version (law_id, version, in_force_from, in_force_until, text, articles, text_digest) values
		('depot', '2015-01-01', '2015-03-01', '2022-02-28', 'full', 1, 'old'),
		('depot', '2022-01-01', '2022-03-01', null, 'full', 4, 'new')`;
	await sql`insert into law_section (law_id, version, position, level, heading) values ('depot', '2022-01-01', 0, 1, '第一章 总则')`;
	const articles = [
		['2015-01-01', '1', '第一条', '仓库货架限高三米。', null],
		['2022-01-01', '1', '第一条', '仓库货架限高五米。', 0],
		['2022-01-01', '2', '第二条', '仓库里起火时先切断电源。', 0],
		['2022-01-01', '2-1', '第二条之一', '仓库门口留出通道。', 0],
		['2022-01-01', '3', '第三条', '照明由仓库负责。', 0]
	] as const;
	for (const [at, [version, article, label, text, section]] of articles.entries()) {
		await sql`insert into law_article (law_id, version, article, position, label, section, text)
			values ('depot', ${version}, ${article}, ${at}, ${label}, ${section}, ${text})`;
	}
}

/** Corrects the wording of one article, as an import of a changed file would. */
export async function giveText(
	sql: postgres.Sql,
	...[law, version, article, text, digest]: [string, string, string, string, string]
): Promise<void> {
	await sql`update law_article set text = ${text} where law_id = ${law} and version = ${version} and article = ${article}`;
	await sql`update law_version set text_digest = ${digest} where law_id = ${law} and version = ${version}`;
}
