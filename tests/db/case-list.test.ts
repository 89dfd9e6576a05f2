import { answerCheckpoint } from '#lib/cases/server/use-cases/answer-gate.server.ts';
import { type CaseFilter, readCaseFilter } from '#lib/cases/domain/case-filter.ts';
import { keepPlace } from '#lib/cases/server/use-cases/keep-place.server.ts';
import { readCases } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { makeHandbook, readCaseForPrint } from '#lib/cases/server/use-cases/paper-case.server.ts';
import { expect, test } from 'vitest';
import { LAW, makeCase, makeDecideCase, makeItems, unreviewed } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { loadBank } from '../support/drilling.ts';
import { contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import mammoth from 'mammoth';

const { db } = await freshDatabase();
const { lin, auditor } = await makeBureau(db);
const as = contextOf(db, { actor: lin });
await loadBank(contextOf(db), makeItems(5));
const many = Array.from({ length: 41 }, (_, index) => {
	const plain = makeCase(`case-${String(index).padStart(2, '0')}`);
	const isOdd = index % 2 === 1;
	const change = {
		polarity: isOdd ? 'positive' : 'negative',
		industry: isOdd ? '工贸' : '危化',
		asOf: '2026-10-01'
	} as const;
	return { ...plain, ...change, body: { ...plain.body, difficulty: 1 + (index % 5), minutes: 50 - index } };
});
const special = { ...makeCase('special'), title: '百分之100%_的罩子', asOf: '2026-10-02', areas: ['facts', 'law'] };
await loadCases(contextOf(db), [...many, special, unreviewed(makeCase('draft'))]);

const list = (change: Partial<CaseFilter> = {}, ctx = as) => readCases(ctx, { ...readCaseFilter(() => ''), ...change });
const idsOf = async (change: Partial<CaseFilter>) => (await list(change)).cases.map(({ id }) => id);

test('pages of twenty, newest first, drafts not among them', async () => {
	const [first, second, third, fourth] = await Promise.all([1, 2, 3, 4].map((page) => list({ page })));
	expect([first, second, third, fourth].map((page) => page!.cases.length)).toEqual([20, 20, 2, 0]);
	expect(first).toMatchObject({ all: 42, pages: 3 });
	expect(fourth).toMatchObject({ all: 42 });
	expect(first!.cases[0]?.id).toBe('special');
	const ids = [first, second, third].flatMap((page) => page!.cases.map(({ id }) => id));
	expect(new Set(ids).size).toBe(42);
	expect(ids).not.toContain('draft');
});

test.each<[Partial<CaseFilter>, number]>([
	[{ polarity: 'negative' }, 21],
	[{ industry: '工贸' }, 20],
	[{ polarity: 'negative', industry: '工贸' }, 0],
	[{ area: 'facts' }, 1],
	[{ difficulty: '3' }, 8],
	[{ query: '案例 case-1' }, 10],
	[{ query: '100%_' }, 1],
	[{ query: '%' }, 1],
	[{ query: '\\' }, 0],
	[{ article: `${LAW.id}/1` }, 42],
	[{ article: LAW.id }, 42],
	[{ article: `${LAW.id}/3` }, 0],
	[{ article: 'no-law/1' }, 0],
	[{ state: 'read' }, 0]
])('%j leaves %i', async (filter, count) => {
	expect((await list(filter)).all).toBe(count);
});

test('each filter says what its values would leave under the others', async () => {
	const { counts } = await list({ polarity: 'negative' });
	expect(counts['polarity']).toMatchObject({ positive: 20, negative: 21, mixed: 1 });
	expect(counts['industry']).toEqual({ 危化: 21 });
	const sum = Object.values(counts['difficulty']!).reduce((total, one) => total + one, 0);
	expect(sum).toBe(21);
});

test('orders', async () => {
	const easy = (await list({ sort: 'easy' })).cases.map(({ difficulty }) => difficulty);
	expect(easy).toEqual(easy.toSorted((left, right) => left - right));
	expect((await list({ sort: 'short' })).cases[1]?.minutes).toBe(10);
});

test('how far one is: begun by an answer or a place, read when every question is answered', async () => {
	valueOf(await keepPlace(as, 'case-07', 1, 3));
	valueOf(await answerCheckpoint(as, 'case-08', 'first', ['a']));
	for (const checkpoint of ['first', 'second']) valueOf(await answerCheckpoint(as, 'case-09', checkpoint, ['a']));
	expect(await idsOf({ state: 'begun' })).toEqual(['case-07', 'case-08']);
	expect(await idsOf({ state: 'read' })).toEqual(['case-09']);
	expect((await list({ state: 'unread' })).all).toBe(39);
	expect((await list()).counts['state']).toEqual({ begun: 2, read: 1, unread: 39 });
	const others = await list({}, contextOf(db, { actor: auditor }));
	expect(others.cases[0]?.progress).toBeNull();
});

test('paper holds the whole case with its answers; a handbook holds the chosen ones in their order', async () => {
	await loadCases(contextOf(db), [...many, special, makeDecideCase('decided', 'no-practice', ['item-001'])]);
	const paper = valueOf(await readCaseForPrint(as, 'decided'));
	expect(paper.answers).toHaveLength(2);
	expect(paper.timeline).toHaveLength(2);
	expect(paper.blocks.at(-1)).toMatchObject({ kind: 'text' });
	expect(refusalOf(await readCaseForPrint(as, 'draft')).code).toBe('no-such-case');

	const { name, bytes } = valueOf(await makeHandbook(as, ['decided', 'special', 'decided', 'draft']));
	expect(name).toBe('以案释法手册-2026-11-20.docx');
	const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
	const places = [
		'以案释法手册',
		'收录 2 个案例',
		'案例1　案例 decided',
		'案例2　百分之100%_的罩子',
		'思考题参考答案',
		'引用的法律'
	];
	const found = places.map((words) => text.indexOf(words));
	expect(
		found.every((at) => at >= 0),
		text.slice(0, 400)
	).toBe(true);
	expect(found).toEqual(found.toSorted((left, right) => left - right));
	expect(text).toContain('《中华人民共和国测试法》');
	expect(refusalOf(await makeHandbook(as, [])).code).toBe('nothing-chosen');
	expect(
		refusalOf(
			await makeHandbook(
				as,
				many.map(({ id }) => id)
			)
		).code
	).toBe('too-many');
	expect(refusalOf(await makeHandbook(as, ['nowhere'])).code).toBe('no-such-case');
});
