import { connect } from '#db/connect.ts';
import { registerCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { compareArticle, compareVersions } from '#lib/law/server/use-cases/compare-versions.server.ts';
import { importTexts } from '#lib/law/server/use-cases/import-texts.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { readArticle } from '#lib/law/server/use-cases/read-article.server.ts';
import { readLaw, readWholeLaw } from '#lib/law/server/use-cases/read-law.server.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { LAW } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import { TIDE_NEW, TIDE_NEW_FILE, TIDE_OLD, TIDE_OLD_FILE, textFiles } from '../support/tide-law.ts';

const { db, address } = await freshDatabase();
const { lin, auditor, administrator } = await makeBureau(db);
const visitor = contextOf(db);

const ID = 'tide-law';
const [OLD, NEW] = ['2015-03-01', '2024-06-01'] as const;
/** So long that it has to be read in parts. */
const LONG = [
	'# 潮间带养殖管理办法\n\n2020年1月1日公布\n\n<!-- INFO END -->\n',
	...[1, 2, 3].flatMap((chapter) => [
		`## 第${'一二三'[chapter - 1]}章　第${chapter}种养殖`,
		...Array.from({ length: 40 }, (_, index) => {
			const number = (chapter - 1) * 40 + index + 1;
			return `第${number}条　养殖户应当按照第${number}号规程作业。${'投苗、巡塘、起捕都要记录。'.repeat(9)}`;
		})
	]),
	'第121条　本办法自2020年3月1日起施行。'
].join('\n\n');
const POINTS = '# 关于潮汐站值守的意见\n\n2020年1月1日\n\n<!-- INFO END -->\n\n一、加强值守。\n\n二、严肃纪律。\n';

await loadLaws(visitor, [
	LAW,
	{
		...{ id: ID, title: '中华人民共和国潮汐站安全法', shortTitles: ['潮汐站安全法'], kind: 'law', digest: 'tide-1' },
		versions: [
			...[OLD, NEW].map((id) => ({
				id,
				inForceFrom: null,
				inForceUntil: null,
				text: 'gist' as const,
				articles: null,
				note: '测试'
			})),
			...[
				{
					id: '2026-10-01',
					inForceFrom: '2027-01-01',
					inForceUntil: null,
					text: 'missing' as const,
					articles: null,
					note: null
				}
			]
		],
		articles: [{ article: '3', versions: [NEW], heading: '值守台账', gist: '逐项登记，三样都要有。' }]
	}
]);
const report = await importTexts(
	visitor,
	textFiles({
		...{ [TIDE_OLD_FILE]: TIDE_OLD, [TIDE_NEW_FILE]: TIDE_NEW },
		...{ '部门规章/潮间带养殖管理办法(2020-01-01).md': LONG, '司法解释/关于潮汐站值守的意见(2020-01-01).md': POINTS }
	})
);
const citing = (kind: 'case' | 'public-case' | 'item' | 'provision', id: string) => ({
	piece: { kind, id, version: 1, title: `${kind} ${id}`, asOf: '2026-01-01' },
	references: [{ law: ID, article: '5', paragraph: 1, item: 2, version: NEW }]
});
await registerCitations(visitor, [
	citing('case', 'one'),
	citing('public-case', 'four'),
	citing('item', 'two'),
	citing('provision', 'three')
]);

/** Everything that the driver sends, in order. */
let statements: string[] = [];
const counting = connect({ ...address, debug: (_connection, query) => void statements.push(query) }, 1);
afterAll(() => counting.close());

test('what is read here was imported', () => {
	expect(report.refused).toEqual([]);
	expect(report.versions).toBe(4);
});

type Page = Extract<Awaited<ReturnType<typeof readLaw>>, { ok: true }>['value'];

describe('a law', () => {
	test('shows the version in force: headings, articles, annex, our headings, what changed, who cites', async () => {
		const page = valueOf(await readLaw(visitor, ID, { version: null }));
		expect(page.version).toBe(NEW);
		expect(page.compared).toBe(OLD);
		const { units, headings, outline, part, previous, next } = page.reading!;
		expect(units.map(({ article, label }) => `${article} ${label}`)).toEqual([
			...['1 第一条', '2 第二条', '3 第三条', '4 第四条', '5 第五条', '5-1 第五条之一', '6 第六条', 'annex-1 附件']
		]);
		expect(headings.map(({ heading, before }) => `${heading}@${before}`)).toEqual([
			'第一章 总则@0',
			'第二章 法律责任@4'
		]);
		expect(outline.map(({ article, isHere }) => ({ article, isHere }))).toEqual([
			...[
				{ article: '1', isHere: true },
				{ article: '5', isHere: true }
			]
		]);
		expect({ part, previous, next }).toEqual({
			part: { number: 1, of: 1, name: '第一条至附件' },
			previous: null,
			next: null
		});
		expect(units.filter(({ isChanged }) => isChanged).map(({ article }) => article)).toEqual([
			...['2', '4', '5', '5-1', '6', 'annex-1']
		]);
		expect(units.find(({ article }) => article === '3')!.heading).toBe('值守台账');
		expect(units.flatMap(({ article, cited }) => (cited > 0 ? [`${article}: ${cited}`] : []))).toEqual(['5: 1']);
		expect(page.history.at(-1)).toContain('2024年6月1日修订');
	});
	test('shows an older version as such, without changes where nothing is before it', async () => {
		const page = valueOf(await readLaw(visitor, ID, { version: OLD }));
		expect(page.law.versions.map(({ state }) => state)).toEqual(['ended', 'current', 'ahead']);
		expect(page.reading!.units.some(({ isChanged }) => isChanged)).toBe(false);
	});
	test('says that a text is missing, and that a law is not there', async () => {
		const page = valueOf(await readLaw(visitor, ID, { version: '2026-10-01' }));
		expect({ reading: page.reading, gists: page.gists, mayImport: page.mayImport }).toEqual({
			...{ reading: null, gists: [], mayImport: false }
		});
		const asAdministrator = contextOf(db, { actor: administrator });
		expect(valueOf(await readLaw(asAdministrator, ID, { version: null })).mayImport).toBe(true);
		expect(refusalOf(await readLaw(visitor, 'no-such', { version: null })).code).toBe('no-such-law');
		expect(refusalOf(await readWholeLaw(visitor, ID, '2026-10-01')).message).toContain('没有官方文本');
	});
	test('falls back to our gists', async () => {
		const page = valueOf(await readLaw(visitor, LAW.id, { version: null, jump: '2' }));
		expect(page.reading).toBeNull();
		expect(page.gists.map(({ label }) => label)).toEqual(['第一条', '第二条', '第三条']);
		expect(page.jump).toEqual({ typed: '2', target: '2' });
	});
	test.each([
		['第五条之一', '5-1'],
		['5', '5'],
		['99', null],
		['罚款', null]
	])('leads from %s to %s', async (jump, target) => {
		expect(valueOf(await readLaw(visitor, ID, { version: null, jump })).jump).toEqual({ typed: jump, target });
	});
	test('without articles is read by its points', async () => {
		const page = valueOf(await readLaw(visitor, '关于潮汐站值守的意见', { version: null, jump: '二' }));
		expect(page.reading!.units.map(({ article, label, text }) => [article, label, text])).toEqual([
			...[
				['p1', '一、', '加强值守。'],
				['p2', '二、', '严肃纪律。']
			]
		]);
		expect(page.jump!.target).toBe('p2');
	});
	test('that is long comes in parts: each article in one, found by any of its articles', async () => {
		const id = '潮间带养殖管理办法';
		const seen: string[] = [];
		let part: string | null = '1';
		while (part !== null) {
			const { reading }: Page = valueOf(await readLaw(visitor, id, { version: null, part }));
			seen.push(...reading!.units.map(({ article }) => article));
			part = reading!.next?.article ?? null;
		}
		expect(seen).toEqual(Array.from({ length: 121 }, (_, index) => `${index + 1}`));
		const { reading } = valueOf(await readLaw(visitor, id, { version: null, part: '60' }));
		expect(reading!.part.of).toBeGreaterThan(1);
		expect(reading!.units.map(({ article }) => article)).toContain('60');
		expect(valueOf(await readLaw(visitor, id, { version: null, part: 'nonsense' })).reading!.part.number).toBe(1);
	});
	test('takes five statements, however many articles', async () => {
		statements = [];
		valueOf(await readLaw({ ...visitor, db: counting.db }, '潮间带养殖管理办法', { version: null, part: '60' }));
		expect(
			statements.filter((one) => !one.includes('pg_catalog')),
			statements.join('\n\n')
		).toHaveLength(5);
	});
});

describe('an article', () => {
	const ofNew = { law: ID, version: NEW };
	test('has its wording, our gist, what is above and beside it', async () => {
		const { article, neighbours, before, version } = valueOf(await readArticle(visitor, ID, '3', null));
		expect(article).toMatchObject({
			label: '第三条',
			heading: '值守台账',
			gist: '逐项登记，三样都要有。',
			headings: ['第一章 总则']
		});
		expect(article.text).toContain('值守台账');
		expect({ neighbours, before, state: version.state }).toEqual({
			...{ neighbours: { previous: '2', next: '4' }, before: { version: OLD, hasText: true }, state: 'current' }
		});
	});
	test('is read in the version of a day', async () => {
		const { article, version } = valueOf(await readArticle(visitor, ID, '4', '2020-01-01'));
		expect(article.version).toBe(OLD);
		expect(article.text).toContain('一万元');
		expect(version.state).toBe('ended');
		expect(refusalOf(await readArticle(visitor, ID, '6', '2020-01-01')).message).toContain('没有第六条');
	});
	test('of an annex and of a point has its own label', async () => {
		expect(valueOf(await readArticle(visitor, ID, 'annex-1', null)).article).toMatchObject({
			label: '附件',
			isNumbered: false
		});
		expect(valueOf(await readArticle(visitor, '关于潮汐站值守的意见', 'p2', null)).article.label).toBe('二、');
	});
	test.each([
		['a visitor', null, ['public-case']],
		['an officer', lin, ['case', 'item', 'provision', 'public-case']],
		['an auditor', auditor, ['case', 'provision', 'public-case']]
	])('shows %s who cites it', async (_, actor, kinds) => {
		const { citedBy } = valueOf(await readArticle(contextOf(db, { actor }), ID, '5', null));
		expect(citedBy.map(({ kind }) => kind)).toEqual(kinds);
		expect(citedBy[0]!.reference).toBe('第五条第一款第（二）项');
	});
	test.each([
		['1', 'same', '1'],
		['3', 'moved', '2'],
		['4', 'changed', '3'],
		['5-1', 'new', null]
	])('%s is %s beside the older version', async (article, change, counterpart) => {
		const compared = valueOf(await compareArticle(visitor, { ...ofNew, article }, OLD));
		expect({ change: compared.change, counterpart: compared.counterpart?.article ?? null }).toEqual({
			change,
			counterpart
		});
	});
	test('is not compared with what is not there', async () => {
		const place = { ...ofNew, article: '1' };
		expect(refusalOf(await compareArticle(visitor, place, '1999-01-01')).code).toBe('no-such-version');
		expect(valueOf(await compareArticle(visitor, place, '2026-10-01')).isMissing).toBe(true);
	});
});

describe('two versions', () => {
	const pair = (from: string | null, to: string | null) => compareVersions(visitor, ID, { from, to, page: 1 });
	test('are the one in force and the one before when nothing is said', async () => {
		const { from, to, difference } = valueOf(await pair(null, null));
		expect([from.version, to.version]).toEqual([OLD, NEW]);
		expect(
			difference!.articles.map((one) => `${one.after?.article ?? '-'}<${one.before?.article ?? '-'} ${one.change}`)
		).toEqual([...['2<- new', '4<3 changed', '5<4 changed', '5-1<- new', '6<5 changed', 'annex-1<- new']]);
		expect(difference!.runs.map(({ before, after, isMoved }) => [before[0], after[0], isMoved])).toEqual([
			...[
				['第一条', '第一条', false],
				['第二条', '第三条', true]
			]
		]);
		const marked = difference!.articles[1]!.parts.filter(({ change }) => change !== 'same').map(({ text }) => text);
		expect(marked.join('')).toMatch(/季度.*月|每季度每月/);
	});
	test('stand in order whichever is asked first, and never beside themselves', async () => {
		const order = async (from: string, to: string) => {
			const { from: first, to: second } = valueOf(await pair(from, to));
			return [first.version, second.version];
		};
		expect(await order(NEW, OLD)).toEqual([OLD, NEW]);
		expect(await order(OLD, OLD)).toEqual([OLD, NEW]);
		expect(await order(NEW, NEW)).toEqual([OLD, NEW]);
	});
	test('are not compared where a text is missing', async () => {
		const { difference, missing } = valueOf(await pair(NEW, '2026-10-01'));
		expect({ difference, missing }).toEqual({ difference: null, missing: ['2026-10-01'] });
		expect(refusalOf(await compareVersions(visitor, LAW.id, { from: null, to: null, page: 1 })).code).toBe(
			'one-version'
		);
	});
});
