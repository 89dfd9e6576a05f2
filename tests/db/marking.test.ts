import { beforeAll, describe, expect, test } from 'vitest';
import { assignMarkers } from '#lib/drafting/server/use-cases/assign-markers.server.ts';
import { giveMark, recuseMarking, saveMarking } from '#lib/drafting/server/use-cases/mark-draft.server.ts';
import { readMarking, readMarkingQueue } from '#lib/drafting/server/use-cases/read-marking.server.ts';
import { readMarks } from '#lib/drafting/server/use-cases/read-marks.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { freshDatabase } from '../support/database.ts';
import { FORMAL_TASK, GUIDE, GUIDE_ID, handIn, insertGuide, insertTasks } from '../support/drafting.ts';
import { FRIDAY, makeMarkers, sheet } from '../support/marking.ts';
import { addActor, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { bureau, markers, as, rowsOf, markerOf, markerAt, give } = await makeMarkers({ db, sql });
const { lin, xu, wei } = bureau;

beforeAll(() => insertTasks(db));

describe('who marks', () => {
	test('two people of other units, drawn once; the seed is kept; whoever looks again at it finds the same', async () => {
		const draftId = await handIn(db, wei);
		expect(await assignMarkers(as(null))).toBe(2);
		const rows = await rowsOf(draftId);
		expect(rows.map(({ place }) => place)).toEqual([1, 2]);
		for (const row of rows) expect(markerOf(row).unitId).not.toBe(bureau.town);
		expect(await assignMarkers(as(null, FRIDAY, 99))).toBe(0);
		expect(await rowsOf(draftId)).toEqual(rows);
		const seeds = await sql`select seed from marking where draft_id = ${draftId}`;
		expect(new Set(seeds.map(({ seed }) => seed as number)).size).toBe(2);
	});

	test('two nodes that draw at the same moment draw two markers, not four', async () => {
		const draftId = await handIn(db, xu);
		const drawn = await Promise.all([1, 2, 3, 4].map((seed) => assignMarkers(as(null, FRIDAY, seed))));
		expect(drawn.reduce((sum, one) => sum + one, 0)).toBe(2);
		expect(await rowsOf(draftId)).toHaveLength(2);
	});

	test('nobody marks a task that has only a formal part', async () => {
		const draftId = await handIn(db, lin, { task: FORMAL_TASK });
		await assignMarkers(as(null));
		expect(await rowsOf(draftId)).toEqual([]);
		expect(valueOf(await readMarks(as(lin), draftId))).toMatchObject({ state: 'none' });
	});

	test('work is spread evenly among those who may', async () => {
		for (let n = 0; n < 5; n++) await handIn(db, lin);
		await assignMarkers(as(null));
		const loads = await sql`select count(*)::int as open from marking
			where given_at is null and recused_at is null group by marker_id`;
		const open = loads.map((row) => row.open as number);
		expect(Math.max(...open) - Math.min(...open)).toBeLessThanOrEqual(2);
	});

	test('who hands a document back does not get it again, and its sheet is not lost to others’ eyes', async () => {
		const draftId = await handIn(db, lin);
		await assignMarkers(as(null));
		const { id, ctx, actor } = await markerAt(draftId, 1);
		expect(refusalOf(await recuseMarking(ctx, id, '是')).field).toBe('why');
		valueOf(await recuseMarking(ctx, id, '认出了写法，是一起办过案的人'));
		const next = await markerAt(draftId, 1);
		expect(next.actor.personId).not.toBe(actor.personId);
		expect(refusalOf(await readMarking(ctx, id)).code).toBe('no-such-marking');
		expect(refusalOf(await giveMark(ctx, id, sheet(3))).code).toBe('no-such-marking');
		expect((await rowsOf(draftId)).map(({ place }) => place)).toEqual([1, 2]);
	});

	test('a marker who has left is replaced by the next sweep', async () => {
		const leaver = await addActor(db, { account: 'leaver', name: '临时评委', unitId: bureau.bureau, roles: ['judge'] });
		const draftId = await handIn(db, lin);
		await assignMarkers(as(null));
		const rows = await rowsOf(draftId);
		const held = rows.find((row) => row.marker_id === leaver.personId);
		expect(held).toBeDefined();
		await sql`update person set deactivated_at = now() where id = ${leaver.personId}`;
		expect(await assignMarkers(as(null))).toBeGreaterThan(0);
		const now = await rowsOf(draftId);
		expect(now.map(({ place }) => place)).toEqual([1, 2]);
		expect(now.every((row) => row.marker_id !== leaver.personId)).toBe(true);
	});
});

describe('double blind', () => {
	/** Everything of 韦小满 that a text could give away, where officers put it. */
	const ENTRIES = {
		inspected_unit: '恒舟木业',
		officers: [
			{ name: '韦小满', cert_no: '演示-QL0011' },
			{ name: '江晚舟', cert_no: 'QL2026002' }
		],
		officer_signs: ['韦 小满', '江晚舟'],
		refusal_note: '白渡镇应急管理办公室韦小满（账号 wei.xiaoman）当场记录，负责人拒签。'
	};

	test('nothing that a marker gets leads to the author', async () => {
		await sql`update person set certificate_number = '演示-QL0011' where id = ${wei.personId}`;
		const draftId = await handIn(db, wei, { entries: ENTRIES });
		await assignMarkers(as(null));
		for (const place of [1, 2]) {
			const { id, ctx } = await markerAt(draftId, place);
			const view = valueOf(await readMarking(ctx, id));
			const text = JSON.stringify([view, await readMarkingQueue(ctx)]);
			const traces = ['韦小满', '小满', 'wei.xiaoman', '演示-QL0011', '白渡镇应急管理办公室'];
			for (const trace of [...traces, wei.personId, wei.unitId, draftId]) expect(text).not.toContain(trace);
			expect(text).not.toContain('16:00');
			expect(view.masked).toBe(6);
			expect(text).toContain('〔执法人员〕');
			expect(text).toContain('江晚舟');
		}
	});

	test('the document itself is nobody’s to read by its id, and a marking only its marker’s', async () => {
		const draftId = await handIn(db, wei);
		await assignMarkers(as(null));
		const [one, other] = [await markerAt(draftId, 1), await markerAt(draftId, 2)];
		expect(refusalOf(await readMarking(one.ctx, draftId)).code).toBe('no-such-marking');
		expect(refusalOf(await readMarking(one.ctx, other.id)).code).toBe('no-such-marking');
		expect(refusalOf(await saveMarking(one.ctx, other.id, sheet(1))).code).toBe('no-such-marking');
		expect(refusalOf(await giveMark(one.ctx, other.id, sheet(1))).code).toBe('no-such-marking');
	});

	test('the officer learns no marker, not even from a comment that is signed', async () => {
		const draftId = await handIn(db, wei);
		await assignMarkers(as(null));
		for (const place of [1, 2]) {
			const { id, ctx, actor } = await markerAt(draftId, place);
			const comments = [{ path: 'f.problems', text: `问题没有写明地点。——${actor.name}` }];
			valueOf(await giveMark(ctx, id, { levels: { facts: 3, reasons: 3 }, comments }));
		}
		const text = JSON.stringify(valueOf(await readMarks(as(wei), draftId)));
		expect(text).toContain('问题没有写明地点');
		for (const { name, personId } of markers) for (const trace of [name, personId]) expect(text).not.toContain(trace);
		for (const { id } of await rowsOf(draftId)) expect(text).not.toContain(id);
	});

	test('neither marker sees the other’s sheet before the mark is settled', async () => {
		const draftId = await handIn(db, wei);
		await assignMarkers(as(null));
		await give(draftId, 1, sheet(4));
		const [one, other] = [await markerAt(draftId, 1), await markerAt(draftId, 2)];
		for (const { ctx, id } of [one, other]) {
			expect(valueOf(await readMarking(ctx, id))).toMatchObject({ others: [], settled: null });
		}
		await give(draftId, 2, sheet(4));
		expect(valueOf(await readMarking(other.ctx, other.id))).toMatchObject({
			others: [{ label: '第一阅卷', mark: 100 }],
			settled: { mark: 100 }
		});
	});
});

describe('marking', () => {
	test('a sheet is kept while it is written, only what guide and document know, and the last one stands', async () => {
		const draftId = await handIn(db, lin);
		await assignMarkers(as(null));
		const { id, ctx } = await markerAt(draftId, 1);
		const comments = [
			{ path: 'f.problems', text: '缺条款' },
			{ path: 'f.nowhere', text: '没有这一栏' }
		];
		valueOf(await saveMarking(ctx, id, { levels: { facts: 2, stranger: 1, reasons: 9 }, comments }));
		expect(valueOf(await readMarking(ctx, id)).sheet).toEqual({ levels: { facts: 2 }, comments: comments.slice(0, 1) });
		expect((await readMarkingQueue(ctx)).open.find((one) => one.id === id)?.isBegun).toBe(true);
	});

	test('a mark is given once: with every criterion, and a second click changes nothing', async () => {
		const draftId = await handIn(db, lin);
		await assignMarkers(as(null));
		const { id, ctx } = await markerAt(draftId, 1);
		const refused = refusalOf(await giveMark(ctx, id, { levels: { facts: 2 }, comments: [] }));
		expect(refused).toMatchObject({ code: 'incomplete', field: 'level.reasons' });
		await Promise.all([giveMark(ctx, id, sheet(2)), giveMark(ctx, id, sheet(4))]);
		const { mark } = valueOf(await readMarking(ctx, id));
		expect([50, 100]).toContain(mark);
		valueOf(await giveMark(ctx, id, sheet(0)));
		expect(valueOf(await readMarking(ctx, id)).mark).toBe(mark);
		expect(refusalOf(await saveMarking(ctx, id, sheet(0))).code).toBe('given');
		expect(refusalOf(await recuseMarking(ctx, id, '事后想回避')).code).toBe('given');
	});

	test('two that are close settle it; the officer is told nothing before', async () => {
		const draftId = await handIn(db, lin);
		await assignMarkers(as(null));
		await give(draftId, 1, sheet(3));
		const before = valueOf(await readMarks(as(lin), draftId));
		expect(before).toMatchObject({ state: 'marking', sheets: [], settled: null });
		expect(before.words).toContain('已交 1 份');
		expect(before.words).toContain('11月24日前');
		await give(draftId, 2, sheet(3, 2));
		expect(valueOf(await readMarks(as(lin), draftId))).toMatchObject({
			state: 'settled',
			settled: { mark: 68.8, reason: '两份评分相差 12.5 分，不超过 15 分，取平均。' },
			sheets: [{ mark: 75 }, { mark: 62.5 }],
			mayObjectUntil: '2026年11月27日'
		});
	});

	test('two that are far apart call a third, who is neither; the two nearest count', async () => {
		const draftId = await handIn(db, wei);
		await assignMarkers(as(null));
		await give(draftId, 1, sheet(0));
		await give(draftId, 2, sheet(4));
		const rows = await rowsOf(draftId);
		expect(rows.map(({ place }) => place)).toEqual([1, 2, 3]);
		expect(new Set(rows.map(({ marker_id }) => marker_id)).size).toBe(3);
		expect(markerOf(rows[2]!).unitId).not.toBe(bureau.town);
		expect(valueOf(await readMarks(as(wei), draftId)).words).toContain('第三人');
		await give(draftId, 3, sheet(3));
		const settled = valueOf(await readMarks(as(wei), draftId)).settled!;
		expect(settled.mark).toBe(87.5);
		expect(settled.reason).toContain('最接近的两份');
	});

	test('two marks given at the very same moment are put together all the same', async () => {
		const draftId = await handIn(db, lin);
		await assignMarkers(as(null));
		const [one, other] = [await markerAt(draftId, 1), await markerAt(draftId, 2)];
		await Promise.all([giveMark(one.ctx, one.id, sheet(3)), giveMark(other.ctx, other.id, sheet(3))]);
		expect(valueOf(await readMarks(as(lin), draftId)).settled?.mark).toBe(75);
	});

	test('who has begun by a guide ends by it: a new version changes no open sheet', async () => {
		const draftId = await handIn(db, lin);
		await assignMarkers(as(null));
		const stricter = { ...GUIDE, criteria: [{ ...GUIDE.criteria[0]!, weight: 100 }] };
		await insertGuide(db, stricter, 2);
		const { id, ctx } = await markerAt(draftId, 1);
		expect(valueOf(await readMarking(ctx, id)).guide).toMatchObject({ version: 1, criteria: GUIDE.criteria });
		const later = await handIn(db, lin);
		await assignMarkers(as(null));
		const next = await markerAt(later, 1);
		expect(valueOf(await readMarking(next.ctx, next.id)).guide.version).toBe(2);
		await sql`update drafting_piece set current_version = 1 where kind = 'guide' and id = ${GUIDE_ID}`;
	});
});

describe('the queue', () => {
	test('is due two working days after the draw, overdue after that, and the oldest stands first', async () => {
		const draftId = await handIn(db, lin);
		await assignMarkers(as(null));
		const { id, actor } = await markerAt(draftId, 1);
		const at = async (day: string) => {
			const queue = await readMarkingQueue(as(actor, instantOf(day, '10:00')));
			return queue.open.find((one) => one.id === id)!;
		};
		expect(await at('2026-11-20')).toMatchObject({ due: '11月24日', dueWords: '还有 2 个工作日', isOverdue: false });
		expect(await at('2026-11-24')).toMatchObject({ dueWords: '今天到期', isOverdue: false });
		expect(await at('2026-11-25')).toMatchObject({ dueWords: '逾期 1 个工作日', isOverdue: true });
		expect((await readMarkingQueue(as(actor, instantOf('2026-11-25', '10:00')))).overdue).toBeGreaterThan(0);
	});
});
