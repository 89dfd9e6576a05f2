import { expect, test } from 'vitest';
import { loadContent, readContent } from '#db/seed/content.ts';
import { loadDiscretion } from '#lib/discretion/server/use-cases/load-discretion.server.ts';
import { readProvisionsOf } from '#lib/discretion/server/use-cases/read-provisions.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { ROOT } from '../support/cluster.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const ctx = contextOf(db);
const { content } = readContent(ROOT);
const { discretion: first } = await loadContent(ctx, content);
const read = (law: string, article: string, on: string | null = null) => readProvisionsOf(ctx, law, article, on);
const ids = (groups: Awaited<ReturnType<typeof read>>['penalties']) =>
	groups.map(({ rows }) => rows.map(({ id }) => id));

test('all rows and tables are in use after the first load, and a second one changes nothing', async () => {
	const count = content.provisions.length + content.tables.length;
	expect(first).toEqual({ added: count, changed: 0, unchanged: 0, withdrawn: 0, proposals: [] });
	expect(await loadDiscretion(ctx, content)).toEqual({ discretion: { ...first, added: 0, unchanged: count } });
	const [row] = await sql`select count(*)::int as n from discretion_piece where current_version = 1`;
	expect(row!['n']).toBe(count);
});

test('every row is known to the law room by what it cites: penalty, duties, crimes', async () => {
	const cited = await sql`select law_id, article, paragraph, item from citation
		where kind = 'provision' and piece_id = 'awsf-97-1-7-special-operators-uncertified' order by number`;
	expect(cited).toEqual([
		{ law_id: 'work-safety-law', article: '97', paragraph: 1, item: 7 },
		{ law_id: 'work-safety-law', article: '30', paragraph: 1, item: null },
		{ law_id: 'criminal-law', article: '134', paragraph: null, item: null },
		{ law_id: 'criminal-law', article: '134-1', paragraph: null, item: null }
	]);
	const [silent] =
		await sql`select array_agg(p.id) as ids from discretion_piece p where p.kind not in ('jurisdiction', 'phrases')
		and not exists (select 1 from citation c where c.piece_id = p.id)`;
	// No text of that law, so nothing of it can be cited; its two crimes are.
	expect(silent!['ids']).toBeNull();
	const [tables] = await sql`select count(distinct piece_id)::int as n from citation where kind = 'benchmark'`;
	// Words of made cases cite nothing.
	expect(tables!['n']).toBe(content.tables.filter(({ body }) => body.kind !== 'phrases').length);
});

test('article 97: seven rows, one table, both stages, with duties that can be followed', async () => {
	const { penalties, breaches } = await read('work-safety-law', '97');
	expect(penalties).toHaveLength(1);
	const [group] = penalties;
	expect(group!.rows.map(({ reference }) => reference.slice(-5))).toEqual(
		['一', '二', '三', '四', '五', '六', '七'].map((number) => `款第（${number}）项`.slice(-5))
	);
	expect(group!.stages.map(({ stage, fines }) => [stage, fines.map(({ figures }) => figures[0])])).toEqual([
		['first', ['10万元以下（没有下限）']],
		['overdue', ['10万元以上20万元以下', '2万元以上5万元以下']]
	]);
	expect(group!.rows[2]!.duties[0]).toMatchObject({
		law: 'work-safety-law',
		article: '28',
		label: '安全生产法第二十八条第一款'
	});
	expect(breaches).toEqual([]);
});

test('article 103: rows in the order of their paragraphs, each with its own table and branches', async () => {
	const { penalties } = await read('work-safety-law', '103');
	expect(ids(penalties).flat()).toEqual([
		'awsf-103-1-contract-to-unqualified',
		'awsf-103-2-no-agreement-or-coordination',
		'awsf-103-3a-contractor-management',
		'awsf-103-3b-qualification-lending'
	]);
	expect(penalties[0]!.stages[0]!.fines.map(({ branch }) => branch)).toEqual([
		'违法所得10万元以上',
		'没有违法所得，或违法所得不足10万元（单处或者并处）',
		null
	]);
});

test('a duty article names the rows that punish its breach', async () => {
	const { penalties, breaches } = await read('work-safety-law', '41');
	expect(penalties).toEqual([]);
	expect(breaches.map(({ label }) => label)).toEqual([
		'安全生产法第九十七条第一款第（五）项',
		'安全生产法第一百零一条第一款第（四）项',
		'安全生产法第一百零一条第一款第（五）项',
		'安全生产法第一百零二条第一款'
	]);
	expect(breaches.every(({ law, state }) => law === 'work-safety-law' && state === 'in-force')).toBe(true);
});

test('a superseded row says why; on a day of its time it is in force', async () => {
	const [today] = (await read('hazardous-chemicals-regulation', '77')).penalties;
	expect(today!.validity).toMatchObject({ state: 'ended' });
	expect(today!.validity.sentence).toContain('由危险化学品安全法（2025-12-27通过）取代');
	const [then] = (await read('hazardous-chemicals-regulation', '77', '2026-03-18')).penalties;
	expect(then!.validity.state).toBe('in-force');
	const { breaches } = await read('hazardous-chemicals-regulation', '33');
	expect(breaches).toMatchObject([{ id: 'whp-77-3-no-trade-licence', state: 'ended' }]);
});

test('an unverified row is marked, not scored, and links nowhere', async () => {
	const { penalties } = await read('hazardous-chemicals-law', '100');
	expect(penalties).toMatchObject([
		{ isVerified: false, isScorable: false, rows: [{ duties: [{ law: null, label: '条号未核' }] }] }
	]);
});

test('an article of neither kind, a law that is not there, a day that is none', async () => {
	expect(await read('work-safety-law', '1')).toEqual({ penalties: [], breaches: [] });
	expect(await read('no-such-law', '97')).toEqual({ penalties: [], breaches: [] });
	expect(await read('work-safety-law', '97', 'yesterday')).toEqual(await read('work-safety-law', '97'));
});

test('a changed row is version 2, a row that is gone is out of use, and with its file it comes back', async () => {
	const [row, ...rest] = content.provisions;
	const changed = { ...row!, digest: sha256('other'), body: { ...row!.body, violation: '改过的说法' } };
	const report = async (provisions: typeof content.provisions) =>
		(await loadDiscretion(ctx, { ...content, provisions })).discretion;
	expect(await report([changed, ...rest])).toMatchObject({ added: 0, changed: 1 });
	const { law, article } = row!.body.penalty;
	const said = (await read(law, article)).penalties.flatMap(({ rows }) => rows).find(({ id }) => id === row!.id);
	expect(said?.violation).toBe('改过的说法');
	expect(await report(rest)).toMatchObject({ withdrawn: 1 });
	expect(ids((await read(law, article)).penalties).flat()).not.toContain(row!.id);
	expect(await report([changed, ...rest])).toMatchObject({ changed: 1, withdrawn: 0 });
	expect(ids((await read(law, article)).penalties).flat()).toContain(row!.id);
	const versions =
		await sql`select version, body->>'violation' as said from discretion_version where id = ${row!.id} order by version`;
	expect(versions.map(({ version }) => version as number)).toEqual([1, 2]);
	expect(versions[0]!['said']).toBe(row!.body.violation);
});

test('a row without both reviews is a draft: not in use, not cited', async () => {
	const [row, ...rest] = content.provisions;
	const { legalReview: _, ...body } = row!.body;
	const draft = { ...row!, id: 'draft-row', digest: sha256('draft'), body: { ...body, id: 'draft-row' } };
	await loadDiscretion(ctx, { ...content, provisions: [draft, row!, ...rest] });
	const { law, article } = row!.body.penalty;
	expect(ids((await read(law, article)).penalties).flat()).not.toContain('draft-row');
	expect(await sql`select 1 from citation where piece_id = 'draft-row'`).toHaveLength(0);
});
