import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FieldChange } from '#lib/drafting/domain/apply-changes.ts';
import { DRAFT_LIMITS } from '#lib/drafting/domain/fit-entries.ts';
import { entriesOf } from '#lib/drafting/domain/read-entries.ts';
import { ruleBookOf } from '#lib/drafting/server/rule-books.server.ts';
import { checkDraft } from '#lib/drafting/server/use-cases/check-draft.server.ts';
import * as versions from '#lib/drafting/server/use-cases/draft-versions.server.ts';
import { readTasks } from '#lib/drafting/server/use-cases/list-tasks.server.ts';
import { readEntriesNow, readOwnDraft, readTask } from '#lib/drafting/server/use-cases/own-drafts.server.ts';
import { readSubmission } from '#lib/drafting/server/use-cases/read-submission.server.ts';
import { saveDraft } from '#lib/drafting/server/use-cases/save-draft.server.ts';
import { startDraft } from '#lib/drafting/server/use-cases/start-draft.server.ts';
import { submitDraft } from '#lib/drafting/server/use-cases/submit-draft.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { instantOf } from '#lib/shared/time.ts';
import { freshDatabase } from '../support/database.ts';
import { DECISION_TASK, MODEL_ONLY, storeTask } from '../support/draft-task.ts';
import { contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase(8);
const { lin, xu, trainer } = await makeBureau(db);
const as = (actor: Actor, clock = '10:00') => contextOf(db, { actor, now: instantOf('2026-11-20', clock) });
const EVERYTHING = { kind: '', level: '', industry: '', done: '' };

const book = ruleBookOf('default');
const kind = book.documents.get('penalty-decision')!;
const MODEL = entriesOf(kind, DECISION_TASK.model);
const set = (field: string, now: FieldChange['now'], was: FieldChange['was'] = null): FieldChange => ({
	...{ field, was, now }
});
/** Everything that the model has and the form does not have from the start. */
const modelChanges = Object.entries(MODEL)
	.filter(([field]) => field !== 'party_name')
	.map(([field, entry]) => set(field, entry));

let count = 0;
/** A draft of a task of its own. */
async function begin(actor: Actor = lin): Promise<{ id: string; task: string }> {
	const task = `task-${++count}`;
	await storeTask(db, task);
	return { id: valueOf(await startDraft(as(actor), task)), task };
}
const entriesIn = async (id: string) => valueOf(await readEntriesNow(as(lin), id));

describe('beginning', () => {
	test('a double click begins one draft, with what stands in the form from the start', async () => {
		await storeTask(db, 'double');
		const ids = await Promise.all([1, 2, 3].map(async () => valueOf(await startDraft(as(lin), 'double'))));
		expect(new Set(ids).size).toBe(1);
		expect(await entriesIn(ids[0]!)).toEqual({ party_name: DECISION_TASK.model.party_name });
	});
	test('two officers have a draft each', async () => {
		await storeTask(db, 'shared');
		const [mine, theirs] = [await startDraft(as(lin), 'shared'), await startDraft(as(xu), 'shared')].map(valueOf);
		expect(mine).not.toBe(theirs);
	});
	test('a task that is not there cannot be begun', async () => {
		expect(refusalOf(await startDraft(as(lin), 'nothing')).code).toBe('no-such-task');
	});
	test('an open draft goes on with the version of the task that it began with', async () => {
		const { task } = await begin();
		await storeTask(db, task, { version: 2, body: { ...DECISION_TASK, briefHtml: '<p>新的材料</p>' } });
		expect(valueOf(await readTask(as(lin), task)).task.briefHtml).toBe(DECISION_TASK.briefHtml);
		expect(valueOf(await readTask(as(xu), task)).task.briefHtml).toBe('<p>新的材料</p>');
	});
});

describe('saving', () => {
	test('fields that nobody else touched go in, others are told and stay', async () => {
		const { id } = await begin();
		valueOf(await saveDraft(as(lin), id, [set('facts', '第一个标签页写的')]));
		const { conflicts, savedAt } = valueOf(
			await saveDraft(as(lin, '10:01'), id, [set('facts', '第二个标签页写的'), set('fine', '35000')])
		);
		expect(conflicts).toEqual([{ field: 'facts', stored: '第一个标签页写的' }]);
		expect(savedAt).toBe('10:01');
		expect(await entriesIn(id)).toMatchObject({ facts: '第一个标签页写的', fine: '35000' });
	});
	test('two writers at once: one of them wins each field, the other is told, nothing is lost silently', async () => {
		const { id } = await begin();
		const writers = Array.from({ length: 6 }, (_, writer) =>
			saveDraft(as(lin), id, [set('facts', `写的人 ${writer}`), set(writer % 2 === 0 ? 'fine' : 'pay_to', `${writer}`)])
		);
		const results = (await Promise.all(writers)).map(valueOf);
		const entries = await entriesIn(id);
		const winner = results.findIndex(({ conflicts }) => !conflicts.some(({ field }) => field === 'facts'));
		expect(entries.facts).toBe(`写的人 ${winner}`);
		for (const [writer, { conflicts }] of results.entries()) {
			if (writer === winner) continue;
			expect(conflicts).toContainEqual({ field: 'facts', stored: entries.facts });
		}
	});
	test('the same changes again change nothing', async () => {
		const { id } = await begin();
		const changes = [set('facts', '写好的'), set('evidence_list', ['笔录', '照片'])];
		for (const clock of ['10:00', '10:05']) {
			const { conflicts, savedAt } = valueOf(await saveDraft(as(lin, clock), id, changes));
			expect([conflicts, savedAt]).toEqual([[], '10:00']);
		}
	});
	test.each<[string, FieldChange]>([
		['a field that the form does not have', set('nothing', '')],
		['a text where a table stands', set('evidence_list', { name: '笔录' })],
		['a number', { field: 'facts', was: null, now: 5 as never }],
		['an inherited name', set('constructor', '')]
	])('%s is refused', async (_, change) => {
		const { id } = await begin();
		expect(refusalOf(await saveDraft(as(lin), id, [change])).code).toBe('no-such-field');
		expect(await entriesIn(id)).toEqual({ party_name: DECISION_TASK.model.party_name });
	});
	test('more than a document can be is refused and nothing of it stored', async () => {
		const { id } = await begin();
		const changes = [set('fine', '1'), set('facts', '长'.repeat(DRAFT_LIMITS.characters))];
		expect(refusalOf(await saveDraft(as(lin), id, changes)).code).toBe('too-long');
		expect(await entriesIn(id)).not.toHaveProperty('fine');
	});
});

describe('versions', () => {
	const listed = async (id: string) => valueOf(await versions.listVersions(as(lin), id)).map(({ reason }) => reason);

	test('one is kept after three minutes, before a check and a submission, and never twice for the same state', async () => {
		const { id } = await begin();
		for (const [clock, facts, was] of [
			['10:01', '一', null],
			['10:02', '二', '一'],
			['10:03', '三', '二'],
			['10:04', '四', '三']
		] as const) {
			valueOf(await saveDraft(as(lin, clock), id, [set('facts', facts, was)]));
		}
		expect(await listed(id)).toEqual(['自动保存', '自动保存']);
		for (let times = 0; times < 2; times++) valueOf(await checkDraft(as(lin, '10:05'), id));
		expect(await listed(id)).toEqual(['检查时', '自动保存', '自动保存']);
		valueOf(await versions.keepVersion(as(lin, '10:05'), id));
		expect((await listed(id)).length).toBe(3);
		valueOf(await submitDraft(as(lin, '10:06'), id));
		expect((await listed(id)).length).toBe(3);
	});

	test('bringing one back keeps what stood there', async () => {
		const { id } = await begin();
		valueOf(await saveDraft(as(lin, '10:01'), id, [set('facts', '写了很多')]));
		const restored = valueOf(await versions.restoreVersion(as(lin, '10:02'), id, 1));
		expect(restored).toEqual({ party_name: DECISION_TASK.model.party_name });
		expect(await entriesIn(id)).toEqual(restored);
		expect(await listed(id)).toEqual(['自动保存', '恢复之前', '自动保存']);
		const [difference] = valueOf(await versions.compareVersion(as(lin), id, { from: 2, to: null }));
		expect(difference).toMatchObject({
			field: 'facts',
			label: '违法事实',
			parts: [{ text: '写了很多', change: 'removed' }]
		});
		expect(valueOf(await versions.compareVersion(as(lin), id, { from: 1, to: 3 }))).toEqual([]);
		expect(refusalOf(await versions.restoreVersion(as(lin), id, 9)).code).toBe('no-such-version');
	});

	test('versions and submissions cannot be changed in the database', async () => {
		await expect(sql`update draft_version set reason = 'kept'`).rejects.toThrow(/append-only|只增/);
		await expect(sql`delete from draft_submission`).rejects.toThrow(/append-only|只增/);
	});
});

describe('checking and handing in', () => {
	test('a check counts, says what is wrong at its field, and what is right passes', async () => {
		const { id } = await begin();
		const first = valueOf(await checkDraft(as(lin), id));
		expect(first.checks).toBe(1);
		expect(first.report.findings.map(({ rule }) => rule)).toContain('DEC-02');
		expect(first.report.findings[0]).toMatchObject({ severity: 'fatal' });
		const finding = first.report.findings.find(({ rule }) => rule === 'DEC-01')!;
		expect(finding).toMatchObject({
			field: 'party_address',
			label: '地址',
			requirement: '写明当事人名称（姓名）、地址'
		});
		valueOf(await saveDraft(as(lin), id, modelChanges));
		const second = valueOf(await checkDraft(as(lin), id));
		expect(second.checks).toBe(2);
		expect(second.report.findings).toEqual([]);
		expect(second.report.score).toBe(100);
	});

	test('handed in once, however often it is clicked; then a new draft of the same task may begin', async () => {
		const { id, task } = await begin();
		valueOf(await saveDraft(as(lin), id, modelChanges));
		const ids = (await Promise.all([1, 2, 3].map(() => submitDraft(as(lin, '11:00'), id)))).map(valueOf);
		expect(ids).toEqual([id, id, id]);
		const view = valueOf(await readSubmission(as(lin), id));
		expect(view).toMatchObject({ at: '2026年11月20日 11:00', checks: 0, document: '行政处罚决定书' });
		expect(view.report.score).toBe(100);
		expect(view.rows.every(({ isSame }) => isSame)).toBe(true);
		expect(refusalOf(await saveDraft(as(lin), id, [set('facts', '改')])).code).toBe('handed-in');
		expect(refusalOf(await checkDraft(as(lin), id)).code).toBe('no-such-draft');
		expect(refusalOf(await versions.restoreVersion(as(lin), id, 1)).code).toBe('no-such-draft');
		expect(valueOf(await startDraft(as(lin), task))).not.toBe(id);
		const list = await readTasks(as(lin), EVERYTHING);
		const mine = list.levels.flatMap(({ tasks }) => tasks).find((one) => one.id === task);
		expect(mine).toMatchObject({ isOpen: true, times: 1, best: 100 });
		expect(list.submitted[0]).toMatchObject({ id, score: 100, at: '11月20日 11:00' });
	});

	test('what the document should say leaves the server only with the report', async () => {
		const { id, task } = await begin();
		const secrets = [MODEL_ONLY, ...DECISION_TASK.texts.map(({ requirement }) => requirement)];
		const seen = async () =>
			JSON.stringify([
				await readTasks(as(lin), EVERYTHING),
				await readTask(as(lin), task),
				await readTask(as(trainer), task),
				await saveDraft(as(lin), id, [set('facts', '自己写的')]),
				await saveDraft(as(lin), id, [set('facts', '另外写的')]),
				await readEntriesNow(as(lin), id),
				await versions.listVersions(as(lin), id),
				await versions.compareVersion(as(lin), id, { from: 1, to: null }),
				await versions.restoreVersion(as(lin), id, 1)
			]);
		const before = await seen();
		for (const secret of secrets) {
			expect(before).not.toContain(secret);
		}
		expect(before).not.toMatch(/"(model|anyOf|points)":/);
		expect(JSON.stringify(await checkDraft(as(lin), id))).not.toContain(MODEL_ONLY);
		valueOf(await submitDraft(as(lin), id));
		expect(JSON.stringify(await readSubmission(as(lin), id))).toContain(MODEL_ONLY);
	});
});

describe('another officer', () => {
	let hers = '';
	beforeAll(async () => {
		hers = (await begin()).id;
	});
	let before: unknown;
	beforeEach(async () => {
		before = await snapshot();
	});
	const snapshot = async () =>
		(
			await sql`select (select json_agg(d order by id) from draft d) as drafts, (select count(*)::int from draft_version) as versions`
		)[0];
	const tries: [string, (ctx: ReturnType<typeof as>) => Promise<unknown>][] = [
		['read it', (ctx) => readOwnDraft(ctx, hers)],
		['read what it holds', (ctx) => readEntriesNow(ctx, hers)],
		['save into it', (ctx) => saveDraft(ctx, hers, [set('facts', '别人写的')])],
		['check it', (ctx) => checkDraft(ctx, hers)],
		['hand it in', (ctx) => submitDraft(ctx, hers)],
		['read its report', (ctx) => readSubmission(ctx, hers)],
		['list its versions', (ctx) => versions.listVersions(ctx, hers)],
		['compare its versions', (ctx) => versions.compareVersion(ctx, hers, { from: 1, to: null })],
		['keep a version', (ctx) => versions.keepVersion(ctx, hers)],
		['bring one back', (ctx) => versions.restoreVersion(ctx, hers, 1)]
	];
	test.each(tries)('cannot %s', async (_, run) => {
		expect(refusalOf((await run(as(xu))) as never).code).toMatch(/^no-such-/);
		expect(await snapshot()).toEqual(before);
	});
	test('nor can an id be anything else', async () => {
		for (const id of ['', 'x', "' or 1=1", '../..']) {
			expect(refusalOf(await saveDraft(as(lin), id, [])).code).toBe('no-such-draft');
			expect(refusalOf(await checkDraft(as(lin), id)).code).toBe('no-such-draft');
		}
	});
	test('sees nothing of it in the own list', async () => {
		expect(JSON.stringify(await readTasks(as(xu), EVERYTHING))).not.toContain(hers);
	});
});
