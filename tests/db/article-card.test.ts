import { readArticleCard } from '#lib/law/server/use-cases/read-card.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { beforeAll, expect, test } from 'vitest';
import { LAW } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const visitor = contextOf(db);
const read = async (article: string, on: string | null) => readArticleCard(visitor, 'lamp-law', article, on);

/** A law of which an import brought two versions, and our gist stands beside one article of the newer. */
beforeAll(async () => {
	await loadLaws(visitor, [LAW]);
	await sql`insert into law (id, title, short_titles, title_key, kind) values
		('lamp-law', '中华人民共和国灯火法', '{}', '灯火法', 'law')`;
	await sql`insert into law_version (law_id, version, in_force_from, in_force_until, text, articles) values
		('lamp-law', '2010-05-01', '2010-07-01', '2020-06-30', 'full', 1),
		('lamp-law', '2020-05-01', '2020-07-01', null, 'full', 2)`;
	await sql`insert into law_article (law_id, version, article, position, label, text) values
		('lamp-law', '2010-05-01', '1', 0, '第一条', '旧的一条。'),
		('lamp-law', '2020-05-01', '1', 0, '第一条', ${'新的一条很长。'.repeat(60)}),
		('lamp-law', '2020-05-01', '2', 1, '第二条', '新的二条。')`;
	await sql`insert into article_gist (law_id, version, article, heading, gist, position) values
		('lamp-law', '2020-05-01', '2', '灯要有罩', '要点', 200)`;
});

test('the text in force on the day, with its dates', async () => {
	expect(valueOf(await read('1', '2015-01-01'))).toMatchObject({
		...{ version: '2010-05-01', text: '旧的一条。', isOfficial: true, isCut: false, heading: null },
		validity: '自2010年7月1日起施行，至2020年6月30日止'
	});
	expect(valueOf(await read('2', '2026-01-01'))).toMatchObject({
		...{ version: '2020-05-01', text: '新的二条。', isOfficial: true, heading: '灯要有罩', label: '第二条' }
	});
});

test('a version’s own date names it, although it was not in force yet', async () => {
	expect(valueOf(await read('2', '2020-05-01')).version).toBe('2020-05-01');
	expect(valueOf(await read('1', '2020-05-02')).version).toBe('2010-05-01');
});

test('a long text ends with a sentence', async () => {
	const { text, isCut } = valueOf(await read('1', null));
	expect(isCut).toBe(true);
	expect(text).toMatch(/。$/);
	expect(text.length).toBeLessThanOrEqual(280);
});

test('where no text is here our gist stands in, and says so', async () => {
	const card = valueOf(await readArticleCard(visitor, LAW.id, '1', '2026-10-01'));
	expect(card).toMatchObject({ text: '要点1', heading: '标题1', isOfficial: false });
});

test.each([
	['lamp-law', '2', '2015-01-01'],
	['lamp-law', '3', null],
	['lamp-law', '0', null],
	['lamp-law', '1; drop table law', null],
	['no-such-law', '1', null]
])('%s %s on %s is not there', async (law, article, on) => {
	expect(refusalOf(await readArticleCard(visitor, law, article, on)).code).toBe('no-such-article');
});
