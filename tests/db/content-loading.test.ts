import { loadContent, readContent } from '#db/seed/content.ts';
import { readCaseFilter } from '#lib/cases/domain/case-filter.ts';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { loadPublicCases } from '#lib/cases/server/use-cases/load-public-cases.server.ts';
import { answerCheckpoint } from '#lib/cases/server/use-cases/answer-gate.server.ts';
import { readCase } from '#lib/cases/server/use-cases/read-case.server.ts';
import { readCases } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { loadItems } from '#lib/drills/server/use-cases/load-items.server.ts';
import { answerQuestion } from '#lib/drills/server/use-cases/answer-question.server.ts';
import { readMistakes } from '#lib/drills/server/use-cases/read-mistakes.server.ts';
import { readSet } from '#lib/drills/server/use-cases/read-set.server.ts';
import { startKind } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { countItems } from '#lib/drills/server/use-cases/titles.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { readArticle } from '#lib/law/server/use-cases/read-article.server.ts';
import type { ItemFile } from '#lib/drills/domain/item.ts';
import type { Db } from '#db/connect.ts';
import { expect, test } from 'vitest';
import { changed, LAW, makeCase, makeItem, makeItems, makePublicCase, unreviewed } from '../support/bank.ts';
import { ROOT } from '../support/cluster.ts';
import { freshDatabase } from '../support/database.ts';
import { answerSet } from '../support/drilling.ts';
import { contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { lin, administrator } = await makeBureau(db);
const visitor = contextOf(db);
const ctx = contextOf(db, { actor: lin });
await loadLaws(visitor, [LAW]);

const NOTHING = { added: 0, changed: 0, unchanged: 0, withdrawn: 0, proposals: [] };
/** What lies in the bank now; each test begins with it and changes what it needs. */
let bank: ItemFile[] = makeItems(5);
const load = (items: ItemFile[]) => loadItems(visitor, (bank = items));
const replaced = (item: ItemFile) => bank.map((one) => (one.id === item.id ? item : one));
const drawn = async () => {
	const id = valueOf(await startKind(ctx, 'legal-knowledge'));
	const [row] = await sql<{ picks: { id: string; version: number }[] }[]>`select picks from drill_set where id = ${id}`;
	return { id, picks: row!.picks, versions: new Map(row!.picks.map(({ id, version }) => [id, version])) };
};
const versionsOf = (id: string) =>
	sql`select version, origin, status, title from item_version where id = ${id} order by version`;
const everything = async () =>
	(
		await sql`select (select md5(string_agg(t::text, '|' order by t::text)) from item_version t) as versions,
			(select md5(string_agg(t::text, '|' order by t::text)) from item t) as items,
			(select md5(string_agg(t::text, '|' order by t::text)) from case_version t) as cases,
			(select md5(string_agg(t::text, '|' order by t::text)) from citation t) as citations,
			(select md5(string_agg(t::text, '|' order by t::text)) from article_gist t) as gists`
	)[0];

test('a second load changes nothing', async () => {
	expect(await load(bank)).toEqual({ ...NOTHING, added: 5 });
	const before = await everything();
	expect(await load(bank)).toEqual({ ...NOTHING, unchanged: 5 });
	expect(await loadLaws(visitor, [LAW])).toEqual({ changed: 0, unchanged: 1 });
	expect(await everything()).toEqual(before);
});

test('a changed file is version 2 for new sets; a set that is open keeps the version it asked', async () => {
	const open = await drawn();
	expect(open.versions.get('item-001')).toBe(1);
	expect(await load(replaced(changed(makeItem(1), '新题面')))).toEqual({ ...NOTHING, changed: 1, unchanged: 4 });
	expect((await drawn()).versions.get('item-001')).toBe(2);

	const position = open.picks.findIndex(({ id }) => id === 'item-001');
	await answerSet(ctx, open.id, () => false);
	const rows = await sql`select item_version from drill_answer where set_id = ${open.id} and position = ${position}`;
	expect(rows).toEqual([{ item_version: 1 }]);
	expect(valueOf(await readSet(ctx, open.id, null)).summary![position]!.title).toBe('第 1 题');
});

test('an item whose file is gone is not drawn any more; its answers still show; with its file it comes back', async () => {
	const before = await drawn();
	await answerSet(ctx, before.id, () => false);
	const full = bank;
	expect(await load(full.filter(({ id }) => id !== 'item-002'))).toEqual({ ...NOTHING, unchanged: 4, withdrawn: 1 });
	expect((await drawn()).versions.has('item-002')).toBe(false);
	expect(await countItems(visitor)).toBe(4);

	const position = before.picks.findIndex(({ id }) => id === 'item-002');
	const page = valueOf(await readSet(ctx, before.id, position));
	expect(page.summary![position]).toMatchObject({ title: '第 2 题', mark: 0 });
	expect(page.feedback).toMatchObject({ mark: 0, options: [{ reason: expect.any(String) as string }, {}] });
	expect((await readMistakes(ctx, null, 1)).mistakes.map(({ itemId }) => itemId)).not.toContain('item-002');
	expect(valueOf(await answerQuestion(ctx, before.id, position, ['f'])).feedback.repeated).toBe(true);
	expect(await load(bank), 'it is withdrawn once').toEqual({ ...NOTHING, unchanged: 4 });

	expect(await load(full)).toEqual({ ...NOTHING, changed: 1, unchanged: 4 });
	expect((await drawn()).versions.get('item-002')).toBe(1);
	expect(await versionsOf('item-002')).toHaveLength(1);
});

test('what nobody has reviewed loads as a draft, is not drawn, and is published by its review', async () => {
	const draft = unreviewed(makeItem(100, { kind: 'legal-knowledge' }));
	expect(await load([...bank, draft])).toEqual({ ...NOTHING, added: 1, unchanged: 5 });
	expect(await versionsOf('item-100')).toMatchObject([{ version: 1, status: 'draft' }]);
	expect((await drawn()).versions.has('item-100')).toBe(false);
	// An unreviewed change leaves the reviewed version in place.
	await load(replaced(unreviewed(changed(makeItem(3), '未审的改动'))));
	expect((await drawn()).versions.get('item-003')).toBe(1);
	await load(replaced(changed(makeItem(100, { kind: 'legal-knowledge' }), '审过了')));
	expect((await drawn()).versions.get('item-100')).toBe(2);
});

test('a version from the studio is never replaced by a file, however often the file changes', async () => {
	await sql`insert into item_version select id, 2, 'studio', 'studio', 'published', '教研室改过', kind, type, difficulty, body, created_at
		from item_version where id = 'item-004'`;
	await sql`update item set current_version = 2 where id = 'item-004'`;
	expect(await load(bank), 'a file that did not change proposes nothing').toEqual({ ...NOTHING, unchanged: 6 });
	expect((await load(replaced(changed(makeItem(4), '文件改了')))).proposals).toEqual(['item-004']);
	expect((await load(replaced(changed(makeItem(4), '文件又改了')))).proposals).toEqual(['item-004']);
	expect(await load(bank)).toMatchObject({ changed: 0, proposals: [] });
	expect((await drawn()).versions.get('item-004')).toBe(2);
	const stored = await versionsOf('item-004');
	expect(stored.slice(2).every(({ origin, status }) => origin === 'file' && status === 'draft')).toBe(true);
	expect(await load(bank.filter(({ id }) => id !== 'item-004'))).toMatchObject({ withdrawn: 0 });
	expect((await drawn()).versions.get('item-004')).toBe(2);
});

test('cases follow the same rules, and a reader’s answers stay with the version', async () => {
	const [one, two] = [makeCase('one'), unreviewed(makeCase('two'))];
	expect(await loadCases(visitor, [one, two])).toEqual({ ...NOTHING, added: 2 });
	expect(refusalOf(await readCase(ctx, 'two')).code).toBe('no-such-case');
	valueOf(await answerCheckpoint(ctx, 'one', 'first', ['a']));
	expect(await loadCases(visitor, [changed(one, '新案例'), two])).toEqual({ ...NOTHING, changed: 1, unchanged: 1 });
	expect(valueOf(await readCase(ctx, 'one'))).toMatchObject({ study: { title: '新案例', version: 2 }, hidden: 3 });

	await sql`insert into case_version select id, 3, 'studio', origin, status, '教研室改过', lead, polarity, industry, areas, as_of,
		difficulty, minutes, checkpoints, body, created_at from case_version where id = 'one' and version = 2`;
	await sql`update case_version set origin = 'studio' where id = 'one' and version = 3`;
	await sql`update case_study set current_version = 3 where id = 'one'`;
	for (const title of ['甲', '乙']) {
		expect((await loadCases(visitor, [changed(one, title), two])).proposals).toEqual(['one']);
	}
	expect(valueOf(await readCase(ctx, 'one')).study.title).toBe('教研室改过');
	await loadCases(visitor, [two]);
	expect(
		(
			await readCases(
				ctx,
				readCaseFilter(() => '')
			)
		).cases
	).toHaveLength(1);
});

test('who cites an article is known by version; visitors see public cases, officers also cases and items', async () => {
	const citing = async (who = visitor, article = '1') =>
		valueOf(await readArticle(who, LAW.id, article, null)).citedBy.map(({ kind, id }) => `${kind}:${id}`);
	const rows =
		await sql`select piece_version, law_id, article, version::text from citation where kind = 'item' and piece_id = 'item-001' order by 1`;
	expect(rows).toEqual(
		[1, 2].map((piece_version) => ({ piece_version, law_id: LAW.id, article: '2', version: '2021-01-22' }))
	);
	expect(await citing()).toEqual([]);
	await loadPublicCases(visitor, [makePublicCase('open'), unreviewed(makePublicCase('draft'))]);
	expect(await citing()).toEqual(['public-case:open']);
	expect(await citing(contextOf(db, { actor: administrator }))).toEqual(['case:one', 'public-case:open']);
	expect(await citing(ctx)).toEqual(['case:one', 'item:item-000', 'item:item-003', 'public-case:open']);
	// A later version that cites something else is what counts.
	const { body } = makeItem(0);
	const moved = changed(
		{ ...makeItem(0), body: { ...body, citations: [{ ...body.citations[0]!, article: '3' }] } },
		'改引'
	);
	await load(replaced(moved));
	expect(await citing(ctx)).toEqual(['case:one', 'item:item-003', 'public-case:open']);
	expect(await citing(ctx, '3')).toContain('item:item-000');
});

test('the material of the checkout loads without a fault, once', async () => {
	await db.transaction(async (tx: Db) => {
		const inner = { ...visitor, db: tx };
		const { content, faults } = readContent(ROOT);
		expect(faults).toEqual([]);
		const first = await loadContent(inner, content);
		expect(first).toMatchObject({ laws: { changed: content.laws.length }, items: { added: content.items.length } });
		expect(first.cases.added).toBe(content.cases.length);
		const again = await loadContent(inner, content);
		expect(again.laws).toEqual({ changed: 0, unchanged: content.laws.length });
		expect(again.items).toEqual({ ...NOTHING, unchanged: content.items.length });
		expect(again.cases).toEqual({ ...NOTHING, unchanged: content.cases.length });
		expect(again.publicCases).toEqual({ ...NOTHING, unchanged: content.publicCases.length });
	});
});
