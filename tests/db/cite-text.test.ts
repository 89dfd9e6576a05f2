import { connect } from '#db/connect.ts';
import { type CitedInText, citeText } from '#lib/law/server/use-cases/cite-text.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { LAW } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf } from '../support/people.ts';

const { db, sql, address } = await freshDatabase();
const visitor = contextOf(db);

/** Beside the law of the bank (3 articles, gists): one that only an import knows, and one with nothing but its title. */
beforeAll(async () => {
	await loadLaws(visitor, [LAW]);
	await sql`insert into law (id, title, short_titles, title_key, kind) values
		('lamp-law', '中华人民共和国灯火法', '{}', '灯火法', 'law'),
		('oil-rules', '灯油管理条例', '{灯油条例}', '灯油管理条例', 'regulation')`;
	await sql`insert into law_version (law_id, version, in_force_from, in_force_until, text, articles) values
		('lamp-law', '2010-05-01', '2010-07-01', '2020-06-30', 'full', 2),
		('lamp-law', '2020-05-01', '2020-07-01', null, 'full', 3),
		('oil-rules', '2026-01-01', '2026-05-01', null, 'missing', null)`;
	await sql`insert into law_article (law_id, version, article, position, label, text) values
		('lamp-law', '2010-05-01', '1', 0, '第一条', '第一条'), ('lamp-law', '2010-05-01', '2', 1, '第二条', '第二条'),
		('lamp-law', '2020-05-01', '1', 0, '第一条', '第一条'), ('lamp-law', '2020-05-01', '2', 1, '第二条', '第二条'),
		('lamp-law', '2020-05-01', '2-1', 2, '第二条之一', '第二条之一')`;
});

const show = ({ lawId, article, sub, status, version }: CitedInText) =>
	`${lawId ?? '?'} ${article}${sub ? `-${sub}` : ''} ${status} ${version ?? '—'}`;
const cite = async (text: string, on?: string) => (await citeText(visitor, text, on ? { on } : {})).map(show);

describe('status on a day', () => {
	test.each([
		['测试法第三条', '2026-10-01', ['test-law 3 in-force 2021-01-22']],
		['《中华人民共和国测试法》第三条', '2026-10-01', ['test-law 3 in-force 2021-01-22']],
		['测试法第四条', '2026-10-01', ['test-law 4 no-such-article 2021-01-22']],
		['测试法第三条之一', '2026-10-01', ['test-law 3-1 text-missing 2021-01-22']],
		['测试法第三条', '2021-07-14', ['test-law 3 not-in-force —']],
		['灯火法第二条之一', '2026-10-01', ['lamp-law 2-1 in-force 2020-05-01']],
		['灯火法第二条之一', '2015-10-01', ['lamp-law 2-1 no-such-article 2010-05-01']],
		['灯火法第三条', '2026-10-01', ['lamp-law 3 no-such-article 2020-05-01']],
		['灯火法（2010年）第二条', '2026-10-01', ['lamp-law 2 not-in-force 2010-05-01']],
		['灯火法（2010年）第二条', '2015-10-01', ['lamp-law 2 in-force 2010-05-01']],
		['灯油条例第三条', '2026-10-01', ['oil-rules 3 text-missing 2026-01-01']],
		['灯油管理条例第三条', '2026-04-30', ['oil-rules 3 not-in-force —']],
		['《灯芯法》第三条', '2026-10-01', ['? 3 unknown-law —']],
		[
			'测试法第二条、灯火法第二条，该法第一条',
			'2026-10-01',
			[...['test-law 2 in-force 2021-01-22', 'lamp-law 2 in-force 2020-05-01', 'lamp-law 1 in-force 2020-05-01']]
		],
		['合同第三条', '2026-10-01', []]
	])('%s on %s', async (text, on, expected) => {
		expect(await cite(text, on)).toEqual(expected);
	});

	test('without a day it is the day of the clock', async () => {
		expect(await cite('测试法第三条')).toEqual(['test-law 3 in-force 2021-01-22']);
	});
});

test('full title, standard form and offsets', async () => {
	const text = '依据测试法第1条第2款第(3)项和《灯芯法》第三条';
	const [known, unknown] = await citeText(visitor, text, { on: '2026-10-01' });
	expect(known).toMatchObject({
		...{ text: '测试法第1条第2款第(3)项', lawTitle: '中华人民共和国测试法', article: 1, paragraph: 2, item: 3 },
		standard: '《中华人民共和国测试法》第一条第二款第（三）项'
	});
	expect(unknown).toMatchObject({ lawTitle: '灯芯法', lawId: null, standard: '《灯芯法》第三条' });
	for (const { start, end, text: words } of [known!, unknown!]) expect(text.slice(start, end)).toBe(words);
});

test('two statements, however many citations', async () => {
	const statements: string[] = [];
	const counting = connect({ ...address, debug: (_connection, query) => void statements.push(query) }, 1);
	const text = Array.from({ length: 60 }, (_, index) => `测试法第${index + 1}条和灯火法第${index + 1}条`).join('；');
	const run = () => citeText(contextOf(counting.db), text, { on: '2026-10-01' });
	// A connection that has just been opened asks for its types first.
	await run();
	statements.length = 0;
	expect(await run()).toHaveLength(120);
	expect(statements).toHaveLength(2);
	await counting.close();
});
