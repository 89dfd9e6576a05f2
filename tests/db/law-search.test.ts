import { expect, test } from 'vitest';
import { buildIndexedLaws, giveText } from '../support/law-texts.ts';
import { freshDatabase } from '../support/database.ts';
import { LAW } from '../support/bank.ts';
import { contextOf } from '../support/people.ts';
import { connect } from '#db/connect.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { loadLexicon } from '#lib/law/server/use-cases/lexicon.server.ts';
import { rebuildSearchIndex } from '#lib/law/server/use-cases/rebuild-search-index.server.ts';
import { findArticles, searchLaws } from '#lib/law/server/use-cases/search-laws.server.ts';

const { db, sql, address } = await freshDatabase();
const ctx = contextOf(db);
const find = async (query: string, more: object = {}) =>
	(await searchLaws(ctx, { query, limit: 10, ...more })).hits.map(
		({ lawId, version, article }) => `${lawId}/${version}/${article}`
	);

test('before anything was indexed a search is empty, not broken', async () => {
	expect(await searchLaws(ctx, { query: '仓库', limit: 5 })).toEqual({ hits: [], hasMore: false, laws: [] });
});

test('without any imported text our gists are found', async () => {
	await loadLaws(ctx, [LAW]);
	expect(await rebuildSearchIndex(ctx)).toMatchObject({ changed: true, documents: 3 });
	expect((await find('要点2'))[0]).toBe('test-law/2021-01-22/2');
	expect(await findArticles(ctx, '标题3', 5)).toContainEqual(
		expect.objectContaining({ title: '测试法 第三条 标题3', path: '/laws/test-law/3' })
	);
});

test('an unchanged source is not indexed again; a changed one replaces the whole index', async () => {
	expect((await rebuildSearchIndex(ctx)).changed).toBe(false);
	await buildIndexedLaws(sql);
	expect(await rebuildSearchIndex(ctx)).toMatchObject({ changed: true, documents: 8 });
	const [row] = await sql`select (select count(*)::int from law_search_generation) as generations,
		(select count(distinct generation)::int from law_search_term) as lists,
		(select count(distinct generation)::int from law_search_version) as versions`;
	expect(row).toEqual({ generations: 1, lists: 1, versions: 1 });
	expect((await find('仓库里起火'))[0]).toBe('depot/2022-01-01/2');
});

test('the version that was in force on the day is found', async () => {
	expect(await find('限高三米', { on: '2020-06-01' })).toEqual(['depot/2015-01-01/1']);
	expect(await find('限高三米')).not.toContain('depot/2015-01-01/1');
	expect((await find('限高五米'))[0]).toBe('depot/2022-01-01/1');
	expect(await find('限高五米', { on: '2014-01-01' })).toEqual([]);
});

test('with the day of the act and of the decision both versions are found, each said to be whose', async () => {
	const days = { on: '2020-06-01', decided: '2023-01-01' };
	const { hits } = await searchLaws(ctx, { query: '仓库条例1', limit: 10, ...days });
	const named = hits.filter(({ isDirect }) => isDirect).map(({ version, side }) => [version, side]);
	expect(named.sort()).toEqual([
		['2015-01-01', '行为时的法'],
		['2022-01-01', '决定时的法']
	]);
	expect((await searchLaws(ctx, { query: '仓库条例1', limit: 1, on: '2020-06-01' })).hits[0]!.side).toBeNull();
});

test('laws whose title holds the question are named beside the articles', async () => {
	expect((await searchLaws(ctx, { query: '《仓库条例》', limit: 1 })).laws).toEqual([
		{ id: 'depot', title: '仓库条例' }
	]);
});

test('filters by kind', async () => {
	expect(await find('仓库', { kinds: ['interpretation'] })).toEqual([]);
	expect((await find('仓库', { kinds: ['regulation'] })).length).toBeGreaterThan(0);
});

test('a named article comes first, marked as such, in the version of the day; an unknown number does not', async () => {
	const { hits } = await searchLaws(ctx, { query: '仓库条例第二条之一', limit: 3 });
	expect(hits[0]).toMatchObject({ lawId: 'depot', article: '2-1', label: '第二条之一', isDirect: true });
	expect(Math.max(...hits.slice(1).map(({ score }) => score))).toBeLessThan(hits[0]!.score);
	expect((await find('仓库条例1', { on: '2020-06-01' }))[0]).toBe('depot/2015-01-01/1');
	expect((await searchLaws(ctx, { query: '仓库条例第99条', limit: 3 })).hits.every(({ isDirect }) => !isDirect)).toBe(
		true
	);
});

test('pages do not overlap and say whether there is more', async () => {
	const all = await find('仓库');
	const first = await searchLaws(ctx, { query: '仓库', limit: 2 });
	const second = await searchLaws(ctx, { query: '仓库', limit: 2, offset: 2 });
	expect([first.hasMore, first.hits.length]).toEqual([true, 2]);
	expect(
		[...first.hits, ...second.hits].map(({ lawId, version, article }) => `${lawId}/${version}/${article}`)
	).toEqual(all.slice(0, 4));
});

test('a changed lexicon counts from the next question on, without a new index', async () => {
	const lexicon = (law: string) => ({ entries: [{ say: ['着火'], law: [law] }], digest: law });
	expect(await loadLexicon(ctx, lexicon('起火'))).toEqual({ changed: 1 });
	expect(await loadLexicon(ctx, lexicon('起火'))).toEqual({ changed: 0 });
	expect((await find('着火'))[0]).toBe('depot/2022-01-01/2');
	await loadLexicon(ctx, lexicon('照明'));
	expect((await find('着火'))[0]).toBe('depot/2022-01-01/3');
});

test('questions asked while indexes are replaced are all answered, from the old or the new one; two rebuilds do not collide', async () => {
	const node = connect({ ...address }, 3);
	const other = contextOf(node.db);
	let isDone = false;
	const answers: number[] = [];
	const asking = (async () => {
		while (!isDone) answers.push((await searchLaws(other, { query: '仓库起火', limit: 3 })).hits.length);
	})();
	for (const [at, word] of ['一', '二', '三', '四'].entries()) {
		await giveText(sql, 'depot', '2022-01-01', '3', `照明改用第${word}种灯。`, `digest-${at}`);
		const both = await Promise.all([rebuildSearchIndex(ctx), rebuildSearchIndex(other)]);
		expect(both.filter(({ changed }) => changed)).toHaveLength(1);
		expect((await find('第四种灯')).length > 0).toBe(true);
	}
	isDone = true;
	await asking;
	await node.close();
	expect(answers.length).toBeGreaterThan(0);
	expect(answers.every((hits) => hits > 0)).toBe(true);
});
