import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import * as comments from '#lib/cases/server/use-cases/commentary-comments.server.ts';
import * as minutes from '#lib/cases/server/use-cases/commentary-minutes.server.ts';
import * as plan from '#lib/cases/server/use-cases/commentary-plan.server.ts';
import { readModerationQueue } from '#lib/cases/server/use-cases/commentary-queue.server.ts';
import { readMeeting, readMeetings } from '#lib/cases/server/use-cases/commentary-read.server.ts';
import * as record from '#lib/cases/server/use-cases/commentary-record.server.ts';
import * as run from '#lib/cases/server/use-cases/commentary-run.server.ts';
import { readEntries } from '#lib/ranking/server/use-cases/read-entries.server.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Result } from '#lib/shared/result.ts';
import { instantOf } from '#lib/shared/time.ts';
import { expectAppendOnly, loadMeetingCases, planMeetingOf, planOf } from '../support/commentary.ts';
import { freshDatabase } from '../support/database.ts';
import { MORNING, TODAY, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { lin, xu, wei, trainer, townTrainer, reviewer } = await makeBureau(db);
const as = (actor: Actor, clock = '14:30', day = TODAY) => contextOf(db, { actor, now: instantOf(day, clock) });
const codes = (results: readonly Result<unknown>[]) => results.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort();

beforeAll(() => loadMeetingCases(contextOf(db)));
const people = { trainer, recorder: xu, expert: reviewer, speaker: lin };
const planned = (...polarities: string[]) => planMeetingOf(as(trainer), people, polarities);
const view = async (id: string, actor = trainer, clock = '14:30') => valueOf(await readMeeting(as(actor, clock), id));
async function comment(id: string, actor: Actor, text = '一人检查，程序从进门就错了') {
	const { items } = await view(id);
	const given = { id: newId(MORNING), itemId: items[0]!.id, area: 'procedure' as const, paragraph: 0, text };
	valueOf(await comments.writeComment(as(actor), id, given));
	return given.id;
}
const ruling = (commentId: string, more: Partial<comments.RulingGiven> = {}): comments.RulingGiven => ({
	...{ commentId, decision: 'accepted', reason: '说得对', into: null, seen: 0 },
	...more
});

describe('planning', () => {
	test('a form sent twice plans one meeting; people must be there', async () => {
		const id = newId(MORNING);
		const given = planOf(trainer.personId);
		await Promise.all([plan.planMeeting(as(trainer), id, given), plan.planMeeting(as(trainer), id, given)]);
		expect((await readMeetings(as(lin), '')).meetings.filter((one) => one.id === id)).toHaveLength(1);
		const stranger = plan.planMeeting(as(trainer), newId(MORNING), planOf(id));
		expect(refusalOf(await stranger)).toMatchObject({ code: 'no-such-person', field: 'chairId' });
	});

	test('an agenda takes each case once, in the order that is wanted', async () => {
		const id = await planned('positive', 'negative');
		const twice = { caseId: 'case-positive', minutes: 20, expertId: reviewer.personId, speakers: [lin.personId] };
		expect(refusalOf(await plan.addToAgenda(as(trainer), id, twice)).code).toBe('on-agenda');
		expect(refusalOf(await plan.addToAgenda(as(trainer), id, { ...twice, expertId: lin.personId })).field).toBe(
			'expertId'
		);
		expect(refusalOf(await plan.addToAgenda(as(trainer), id, { ...twice, speakers: [] })).field).toBe('speakers');
		const { items } = await view(id);
		expect(items.map(({ title, due }) => [title, due])).toEqual([
			['案例 case-positive', '14:30'],
			['案例 case-negative', '14:50']
		]);
		valueOf(await plan.raiseAgendaItem(as(trainer), id, items[1]!.id));
		expect((await view(id)).items.map(({ title }) => title)).toEqual(['案例 case-negative', '案例 case-positive']);
		const change = { minutes: 45, expertId: trainer.personId, speakers: [wei.personId, lin.personId, wei.personId] };
		valueOf(await plan.changeAgendaItem(as(trainer), id, items[0]!.id, change));
		expect((await view(id)).items[1]).toMatchObject({ minutes: 45, speakers: ['韦小满', '林岳'], expert: '梁若川' });
		await comment(id, lin);
		expect(refusalOf(await plan.dropFromAgenda(as(trainer), id, items[1]!.id)).code).toBe('has-comments');
		valueOf(await plan.dropFromAgenda(as(trainer), id, items[0]!.id));
		expect((await view(id)).items).toHaveLength(1);
	});
});

describe('opening', () => {
	test.each([
		[[], 'one-sided'],
		[['positive', 'mixed'], 'one-sided'],
		[['negative'], 'one-sided']
	])('%j is refused with the reason', async (polarities, code) => {
		const id = await planned(...polarities);
		const refused = refusalOf(await run.openMeeting(as(trainer), id));
		expect(refused).toMatchObject({ code, message: expect.stringContaining('正反两面') as string });
		expect(await view(id)).toMatchObject({ state: 'planned', openingFault: refused.message });
	});
	test('not before its day; on the day once, however often it is pressed', async () => {
		const id = await planned('positive', 'negative');
		expect(refusalOf(await run.openMeeting(as(trainer, '14:30', '2026-11-19'), id)).code).toBe('too-early');
		await Promise.all([run.openMeeting(as(trainer), id), run.openMeeting(as(townTrainer), id)]);
		const steps = await sql`select state from commentary_step where meeting_id = ${id} order by number`;
		expect(steps.map(({ state }) => state as string)).toEqual(['planned', 'open']);
		expect(refusalOf(await run.cancelMeeting(as(trainer), id, '会场没有了')).code).toBe('not-now');
		const late = { caseId: 'case-mixed', minutes: 20, expertId: reviewer.personId, speakers: [lin.personId] };
		expect(refusalOf(await plan.addToAgenda(as(trainer), id, late)).code).toBe('not-planning');
	});
	test('a cancelled meeting stays cancelled and says why', async () => {
		const id = await planned('positive', 'negative');
		valueOf(await run.cancelMeeting(as(trainer), id, '撞上专项检查'));
		expect(refusalOf(await run.openMeeting(as(trainer), id)).code).toBe('not-now');
		expect(await view(id, lin)).toMatchObject({ state: 'cancelled', cancelled: '撞上专项检查' });
	});
});

describe('the clock', () => {
	test('runs for one case at a time and is kept', async () => {
		const id = await planned('positive', 'negative');
		valueOf(await run.openMeeting(as(trainer), id));
		const [first, second] = (await view(id)).items;
		valueOf(await run.callItem(as(trainer, '14:31'), id, first!.id));
		valueOf(await run.callItem(as(trainer, '14:40'), id, first!.id));
		valueOf(await run.callItem(as(trainer, '14:56'), id, second!.id));
		valueOf(await run.endMeeting(as(trainer, '15:10'), id));
		expect((await view(id)).items.map(({ taken, isOn }) => [taken, isOn])).toEqual([
			[25, false],
			[14, false]
		]);
		expect(refusalOf(await run.callItem(as(trainer), id, first!.id)).code).toBe('not-open');
	});
});

describe('comments', () => {
	let id = '';
	beforeAll(async () => {
		id = await planned('negative', 'positive');
	});
	test('a comment sent twice is one; a paragraph must be there', async () => {
		const { items } = await view(id);
		const given = {
			id: newId(MORNING),
			itemId: items[0]!.id,
			area: 'law' as const,
			paragraph: 1,
			text: '思考题不是一段'
		};
		expect(refusalOf(await comments.writeComment(as(lin), id, given)).field).toBe('paragraph');
		const fits = { ...given, paragraph: 2 };
		await Promise.all([comments.writeComment(as(lin), id, fits), comments.writeComment(as(lin), id, fits)]);
		expect((await view(id, lin)).items[0]!.comments).toHaveLength(1);
	});
	test('nobody but author and trainers sees it before it is accepted', async () => {
		const commentId = await comment(id, wei, '告知书写明了陈述申辩的期限');
		const seenBy = async (actor: Actor) =>
			(await view(id, actor)).items[0]!.comments.some((one) => one.id === commentId);
		expect(await Promise.all([seenBy(wei), seenBy(trainer), seenBy(lin), seenBy(reviewer)])).toEqual([
			true,
			true,
			false,
			false
		]);
		valueOf(await comments.moderateComment(as(trainer), ruling(commentId)));
		expect(await Promise.all([seenBy(lin), seenBy(reviewer)])).toEqual([true, true]);
	});
	test('two trainers at once: one decides, the other is told', async () => {
		const commentId = await comment(id, lin);
		const both = await Promise.all([
			comments.moderateComment(as(trainer), ruling(commentId)),
			comments.moderateComment(as(townTrainer), ruling(commentId, { decision: 'returned', reason: '没有说到案例' }))
		]);
		expect(codes(both)).toEqual(['decided-meanwhile', 'ok']);
		const rows = await sql`select number from commentary_decision where comment_id = ${commentId}`;
		expect(rows).toHaveLength(1);
	});
	test('nobody decides about an own comment, not even a trainer', async () => {
		const own = await comment(id, trainer, '教员自己的意见也要别人来审');
		expect(refusalOf(await comments.moderateComment(as(trainer), ruling(own))).code).toBe('own-comment');
		valueOf(await comments.moderateComment(as(townTrainer), ruling(own)));
		const queue = (await readModerationQueue(as(trainer))).meetings.find((one) => one.id === id)!;
		expect(queue.comments.find((one) => one.id === own)).toMatchObject({ isOwn: true, standing: 'accepted' });
	});
	test('the author takes back what nobody decided about; others cannot', async () => {
		const commentId = await comment(id, lin, '写错了，撤回重写一条');
		expect(refusalOf(await comments.withdrawComment(as(wei), commentId)).code).toBe('no-such-comment');
		valueOf(await comments.withdrawComment(as(lin), commentId));
		expect(refusalOf(await comments.moderateComment(as(trainer), ruling(commentId, { seen: 1 }))).code).toBe(
			'withdrawn'
		);
		const decided = await comment(id, lin, '审过以后就不能再撤回了');
		valueOf(await comments.moderateComment(as(trainer), ruling(decided)));
		expect(refusalOf(await comments.withdrawComment(as(lin), decided)).code).toBe('decided');
	});
});

test('lines of the record: one writer, kept by compare and set, struck lines stay in history', async () => {
	const id = await planned('positive', 'negative');
	const line = { id: newId(MORNING), itemId: null, seen: 0, text: '主持人说明议程' };
	expect(refusalOf(await record.keepNote(as(xu), id, line)).code).toBe('not-open');
	valueOf(await run.openMeeting(as(trainer), id));
	expect(refusalOf(await record.keepNote(as(lin), id, line)).code).toBe('not-recorder');
	const twice = await Promise.all([record.keepNote(as(xu), id, line), record.keepNote(as(xu), id, line)]);
	expect(twice.map(valueOf)).toEqual([
		{ kept: true, revision: 1 },
		{ kept: true, revision: 1 }
	]);
	const [one, other] = await Promise.all([
		record.keepNote(as(xu), id, { ...line, seen: 1, text: '主持人说明议程和时间' }),
		record.keepNote(as(xu), id, { ...line, seen: 1, text: '主持人讲了议程' })
	]);
	const stored = [valueOf(one), valueOf(other)];
	expect(stored.map(({ kept }) => kept).sort()).toEqual([false, true]);
	expect((await view(id, xu)).general).toMatchObject([{ revision: 2, isOwn: true, at: '14:30' }]);
	valueOf(await record.keepNote(as(xu), id, { ...line, seen: 2, text: '' }));
	expect((await view(id, xu)).general).toEqual([]);
	const [count] = await sql`select count(*)::int from commentary_note_text where note_id = ${line.id}`;
	expect(count).toEqual({ count: 3 });
});

describe('minutes and points', () => {
	let id = '';
	const accepted: string[] = [];
	beforeAll(async () => {
		id = await planned('negative', 'positive');
		valueOf(await run.openMeeting(as(trainer), id));
		const { items } = await view(id);
		for (const item of items) valueOf(await run.callItem(as(trainer), id, item.id));
		accepted.push(await comment(id, lin, '检查记录少了检查人签名'), await comment(id, lin, '告知和决定间隔不足五日'));
		accepted.push(await comment(id, townTrainer, '教员的意见采纳了也不入账'));
		const same = await comment(id, wei, '检查记录上没有签名，说的是同一处');
		const returned = await comment(id, wei, '这条跟案例没有什么关系呀');
		valueOf(await run.endMeeting(as(trainer, '16:00'), id));
		expect(refusalOf(await minutes.publishMinutes(as(trainer), id)).code).toBe('undecided');
		for (const one of accepted) valueOf(await comments.moderateComment(as(trainer), ruling(one)));
		valueOf(await comments.moderateComment(as(trainer), ruling(same, { decision: 'merged', into: accepted[0]! })));
		valueOf(
			await comments.moderateComment(as(trainer), ruling(returned, { decision: 'returned', reason: '没有说到案例' }))
		);
	});
	const verdict = {
		seen: 0,
		strengths: '证据照片有编号',
		faults: '一人检查',
		better: '进门前点齐人',
		lesson: '人齐再进门'
	};

	test('the expert on the agenda, and nobody else, judges; a changed word needs the page of now', async () => {
		expect(refusalOf(await minutes.publishMinutes(as(trainer), id)).code).toBe('no-verdict');
		const { items } = await view(id);
		const itemId = items[0]!.id;
		expect(refusalOf(await record.giveVerdict(as(trainer), id, { ...verdict, itemId })).code).toBe('not-expert');
		for (const item of items) valueOf(await record.giveVerdict(as(reviewer), id, { ...verdict, itemId: item.id }));
		valueOf(await record.giveVerdict(as(reviewer), id, { ...verdict, itemId }));
		const changed = { ...verdict, itemId, lesson: '两个人一起进门' };
		expect(refusalOf(await record.giveVerdict(as(reviewer), id, changed)).code).toBe('changed-meanwhile');
		valueOf(await record.giveVerdict(as(reviewer), id, { ...changed, seen: 1 }));
		expect((await view(id)).items[0]!.verdict).toMatchObject({ revision: 2, lesson: '两个人一起进门' });
	});

	test('what is to be done has an owner and a day, and is ticked off by the owner', async () => {
		const action = { text: '改现场检查清单', ownerId: wei.personId, dueOn: '2026-12-01', seen: 0 };
		await Promise.all([record.addAction(as(trainer), id, action), record.addAction(as(trainer), id, action)]);
		const { actions } = await view(id, wei, '14:30');
		expect(actions).toMatchObject([{ number: 1, owner: '韦小满', isMine: true, doneOn: null }]);
		const done = { actionId: actions[0]!.id, note: '清单第三版已发' };
		expect(refusalOf(await record.finishAction(as(lin), id, done)).code).toBe('no-such-action');
		valueOf(await record.finishAction(as(wei), id, done));
		expect((await view(id, lin)).actions).toMatchObject([{ doneNote: '清单第三版已发', doneBy: '韦小满' }]);
	});

	test('publishing, also twice at once, gives each officer one entry with a fact per accepted comment', async () => {
		await Promise.all([minutes.publishMinutes(as(trainer), id), minutes.publishMinutes(as(townTrainer), id)]);
		const entries = await sql`select officer_id, source_id, body from ledger_entry where source = 'commentary'`;
		expect(entries).toMatchObject([{ officer_id: lin.personId, source_id: `${id}:${lin.personId}` }]);
		const facts = (JSON.parse(entries[0]!.body as string) as { facts: { subject: string }[] }).facts;
		expect(facts.map(({ subject }) => subject).sort()).toEqual(
			accepted
				.slice(0, 2)
				.map((one) => `comment:${one}@1`)
				.sort()
		);
		const late = ruling(accepted[0]!, { decision: 'returned', reason: '改主意了不行', seen: 1 });
		expect(refusalOf(await comments.moderateComment(as(townTrainer), late)).code).toBe('closed');
	});

	test('the ledger stays sound, and the entry is shown as not scored by the rule', async () => {
		expect((await verifyLedger(contextOf(db))).faults).toEqual([]);
		const { entries, tally } = valueOf(await readEntries(as(lin), '2026-11', lin.personId));
		expect(tally).toEqual({ sets: 0, fresh: 0, freshMarks: 0, reviews: 0, retained: 0 });
		expect(entries).toMatchObject([{ label: '案例点评', isScored: false }]);
		expect(entries[0]!.facts.map(({ counts, why }) => [counts, why])).toEqual([
			[[], '本期规则未计分'],
			[[], '本期规则未计分']
		]);
	});

	test('published minutes stand, whatever happens to their parts; they go out as a Word file', async () => {
		const before = valueOf(await minutes.readMinutes(as(lin), id));
		const said = before.minutes.cases[0]!.comments.map(({ by, alsoBy }) => [by, ...alsoBy].join('、'));
		expect(said.sort()).toEqual(['方砚秋', '林岳', '林岳、韦小满']);
		expect(before).toMatchObject({ publishedOn: TODAY, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
		await sql`update person set name = '林越' where id = ${lin.personId}`;
		expect(valueOf(await minutes.readMinutes(as(lin), id))).toEqual(before);
		await sql`update person set name = '林岳' where id = ${lin.personId}`;
		const { name, bytes } = valueOf(await minutes.writeMinutes(as(lin), id));
		expect(name).toBe('点评会纪要 十一月典型案例点评会 2026-11-20.docx');
		expect(new TextDecoder('latin1').decode(bytes.slice(0, 2))).toBe('PK');
	});
});

test('what was said and decided is only ever added to', async () => {
	await expectAppendOnly(sql, 'commentary', ['step', 'note_text', 'comment', 'decision', 'verdict', 'minutes']);
});
