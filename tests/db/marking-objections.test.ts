import { beforeAll, describe, expect, test } from 'vitest';
import { giveMark } from '#lib/drafting/server/use-cases/mark-draft.server.ts';
import { answerObjection, raiseObjection } from '#lib/drafting/server/use-cases/objections.server.ts';
import { readMarking } from '#lib/drafting/server/use-cases/read-marking.server.ts';
import { readMarks } from '#lib/drafting/server/use-cases/read-marks.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { freshDatabase } from '../support/database.ts';
import { handIn, insertTasks } from '../support/drafting.ts';
import { makeMarkers, sheet } from '../support/marking.ts';
import { refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { bureau, as, rowsOf, markerAt, settle } = await makeMarkers({ db, sql });
const { lin, xu, wei, trainer } = bureau;

beforeAll(() => insertTasks(db));

describe('an objection', () => {
	const REASON = '说理部分写明了两项证据，阅卷时似乎没有看到附件。';
	const ANSWER = '复核看到证据清单列了两项证据，说理一项提高两档。';

	test('needs a reason, a settled mark and the five working days, and is raised once', async () => {
		const open = await handIn(db, lin);
		expect(refusalOf(await raiseObjection(as(lin), open, REASON)).code).toBe('not-settled');
		const draftId = await settle(lin);
		expect(refusalOf(await raiseObjection(as(lin), draftId, '太低了'))).toMatchObject({
			code: 'too-short',
			field: 'reason'
		});
		expect(refusalOf(await raiseObjection(as(xu), draftId, REASON)).code).toBe('no-such-draft');
		const late = as(lin, instantOf('2026-11-28', '00:01'));
		expect(refusalOf(await raiseObjection(late, draftId, REASON)).message).toContain('2026年11月27日截止');
		const lastMinute = as(lin, instantOf('2026-11-27', '23:59'));
		valueOf(await raiseObjection(lastMinute, draftId, REASON));
		valueOf(await raiseObjection(lastMinute, draftId, REASON));
		expect(refusalOf(await raiseObjection(lastMinute, draftId, `${REASON}另外`)).code).toBe('once');
	});

	test('is looked at by somebody who has not marked it, who sees the reason and the sheets but no name', async () => {
		const draftId = await settle(wei);
		valueOf(await raiseObjection(as(wei), draftId, `${REASON}韦小满`));
		const rows = await rowsOf(draftId);
		expect(rows.map(({ place }) => place)).toEqual([1, 2, 4]);
		expect(new Set(rows.map(({ marker_id }) => marker_id)).size).toBe(3);
		const { id, ctx } = await markerAt(draftId, 4);
		const view = valueOf(await readMarking(ctx, id));
		expect(view.objection?.reason).toBe(`${REASON}〔执法人员〕`);
		expect(view.others.map(({ mark }) => mark)).toEqual([75, 75]);
		expect(JSON.stringify(view)).not.toContain(draftId);
		expect(refusalOf(await giveMark(ctx, id, sheet(4))).code).toBe('second-look');
	});

	test('ends with a new mark and its reasons, once', async () => {
		const draftId = await settle(lin, 2);
		valueOf(await raiseObjection(as(lin), draftId, REASON));
		const { id, ctx } = await markerAt(draftId, 4);
		const answer = { outcome: 'changed', answer: ANSWER, ...sheet(2, 4) } as const;
		expect(refusalOf(await answerObjection(ctx, id, { ...answer, answer: '同意' })).field).toBe('answer');
		const incomplete = { ...answer, levels: { facts: 2 } };
		expect(refusalOf(await answerObjection(ctx, id, incomplete)).code).toBe('incomplete');
		expect(refusalOf(await answerObjection(as(trainer), (await rowsOf(draftId))[0]!.id, answer)).code).toBe(
			'no-such-objection'
		);
		valueOf(await answerObjection(ctx, id, answer));
		valueOf(await answerObjection(ctx, id, { ...answer, outcome: 'stands' }));
		expect(valueOf(await readMarks(as(lin), draftId))).toMatchObject({
			settled: { mark: 75, reason: '异议成立，改按复核的评分。' },
			objection: { reason: REASON, answer: { outcome: '改按复核评分', words: ANSWER, mark: 75 } },
			mayObjectUntil: null
		});
	});

	test('or the mark stands, with reasons', async () => {
		const draftId = await settle(lin, 2);
		valueOf(await raiseObjection(as(lin), draftId, REASON));
		const { id, ctx } = await markerAt(draftId, 4);
		const answer = '两项证据都只列了名称，没有说明证明什么，原评分适当。';
		valueOf(await answerObjection(ctx, id, { outcome: 'stands', answer, levels: {}, comments: [] }));
		expect(valueOf(await readMarks(as(lin), draftId))).toMatchObject({
			settled: { mark: 50 },
			objection: { answer: { outcome: '维持原评分', words: answer, mark: 50 } }
		});
	});
});

describe('what is final', () => {
	test('the database lets nobody change a mark that was given, a result, or an answer', async () => {
		const draftId = await settle(lin);
		for (const change of [
			sql`update marking set mark = 0 where draft_id = ${draftId}`,
			sql`delete from marking where draft_id = ${draftId}`,
			sql`update marking_result set mark = 0`,
			sql`delete from marking_result`,
			sql`truncate marking_result cascade`,
			sql`truncate marking cascade`,
			sql`update draft_objection set answer = 'x' where answered_at is not null`
		]) {
			await expect(change).rejects.toThrow('append-only');
		}
	});

	test('every draw, mark and answer is in the audit log', async () => {
		const rows = await sql`select distinct use_case from audit_entry where use_case like 'drafting.%'`;
		expect(rows.map((row) => row.use_case as string).sort()).toEqual([
			'drafting.answerObjection',
			'drafting.assignMarker',
			'drafting.giveMark',
			'drafting.raiseObjection'
		]);
	});
});
