import { inTransaction } from '#lib/platform/ctx.server.ts';
import { type NewEntry, pieceFact } from '#lib/ranking/domain/entry.ts';
import { previewRule } from '#lib/ranking/server/use-cases/preview-rule.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { computeCycle } from '#lib/ranking/server/use-cases/compute-cycle.server.ts';
import { readBoard } from '#lib/ranking/server/use-cases/read-board.server.ts';
import { readEntries } from '#lib/ranking/server/use-cases/read-entries.server.ts';
import { correctEntry, recordEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { giveMark } from '#lib/drafting/server/use-cases/mark-draft.server.ts';
import { assignMarkers } from '#lib/drafting/server/use-cases/assign-markers.server.ts';
import { answerObjection, raiseObjection } from '#lib/drafting/server/use-cases/objections.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { handIn, insertTasks } from '../support/drafting.ts';
import { ledgerOf } from '../support/ledger-rows.ts';
import { makeMarkers, sheet } from '../support/marking.ts';
import { contextOf, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase(6);
const { bureau, markerAt, as } = await makeMarkers({ db, sql });
const { lin, xu, wei } = bureau;
const at = (day: string, actor = lin) => contextOf(db, { now: instantOf(day, '10:00'), actor });
const board = async (cycle: string) => (await computeCycle(at('2026-12-20'), cycle)).board;
const standing = async (cycle: string, { personId }: typeof lin) =>
	(await board(cycle)).standings.find(({ officerId }) => officerId === personId);

const entry = (actor: typeof lin, change: Partial<NewEntry>): NewEntry => ({
	...{ officerId: actor.personId, unitId: actor.unitId, source: 'drafting', sourceId: 'd1', day: '2026-12-10' },
	...{ complete: true, facts: [pieceFact('task:order@1', 60, 3)] },
	...change
});
const record = (one: NewEntry) => inTransaction(at(one.day), (inner) => recordEntry(inner, one));
const correct = (one: NewEntry, mark: number) =>
	inTransaction(at(one.day), (inner) => correctEntry(inner, { ...one, facts: [pieceFact('task:order@1', mark, 3)] }));

beforeAll(() => insertTasks(db));

describe('a correction', () => {
	test('takes the place of its entry; the entry stays, and everything still adds up', async () => {
		await record(entry(xu, {}));
		await correct(entry(xu, { day: '2026-12-12' }), 85);
		expect((await standing('2026-12', xu))?.tally.pieces).toEqual({ drafting: { 85: 1 } });
		const { entries } = valueOf(await readEntries(at('2026-12-20', xu), '2026-12', xu.personId));
		expect(entries.map(({ correction, facts }) => [correction, facts[0]!.why, facts[0]!.counts])).toEqual([
			[null, '已由第 2 条更正代替', []],
			['更正：代替原来的成绩', '取最好的 5 份平均', ['计入文书']]
		]);
	});

	test('of what was never recorded, or says the same, is none; of two at once both are kept', async () => {
		const day = '2026-12-13';
		await correct(entry(wei, { sourceId: 'nothing', day }), 90);
		await correct(entry(xu, { day }), 85);
		expect(await sql`select 1 from ledger_entry where day = ${day}`).toHaveLength(0);
		await Promise.all([correct(entry(xu, { day }), 90), correct(entry(xu, { day }), 95)]);
		const rows = await sql`select source_id from ledger_entry where officer_id = ${xu.personId} order by seq`;
		expect(rows.map((row) => row['source_id'] as string)).toEqual(['d1', 'd1#2', 'd1#3', 'd1#4']);
		expect(Object.values((await standing('2026-12', xu))!.tally.pieces!['drafting']!)).toEqual([1]);
		expect((await verifyLedger(at('2026-12-20'))).faults).toEqual([]);
	});

	test('that says something false about what it replaces is found', async () => {
		const replaces = { sourceId: 'd1', day: '2026-12-10', facts: [pieceFact('task:order@1', 10, 3)] };
		await expect(
			inTransaction(at('2026-12-14'), async (inner) => {
				await recordEntry(inner, entry(xu, { sourceId: 'd1#9', day: '2026-12-14', replaces }));
				const { faults } = await verifyLedger(inner);
				throw new Error(faults.join());
			})
		).rejects.toThrow('更正的内容与原记录不符');
	});
});

describe('a document', () => {
	const REASON = '说理部分写明了两项证据，阅卷时似乎没有看到附件。';
	const settle = async (clock: string, facts: number) => {
		const draftId = await handIn(db, lin, { at: instantOf('2026-11-24', clock) });
		await assignMarkers(as(null));
		for (const place of [1, 2]) {
			const { id, ctx } = await markerAt(draftId, place);
			valueOf(await giveMark({ ...ctx, now: instantOf('2026-11-25') }, id, sheet(facts)));
		}
		return draftId;
	};

	test('leaves its final mark in the ledger, the first one of a task only', async () => {
		const draftId = await settle('09:00', 2);
		await settle('15:00', 4);
		expect(await ledgerOf(sql, 'drafting')).toContain('林岳 task:order-for-workshop@1 50 2');
		const own = await sql`select source_id, unit_id from ledger_entry where officer_id = ${lin.personId}`;
		expect(own).toEqual([{ source_id: draftId, unit_id: lin.unitId }]);
		// Under the rule of November it stands there and counts for nothing.
		expect(await standing('2026-11', lin)).toMatchObject({ rank: null, tally: { sets: 0, fresh: 0 } });
	});

	test('whose objection is upheld after the month was closed counts once, where it was; the board stays', async () => {
		const [{ source_id: draftId }] = (await sql`select source_id from ledger_entry
			where officer_id = ${lin.personId}`) as unknown as [{ source_id: string }];
		valueOf(await raiseObjection(at('2026-11-27'), draftId, REASON));
		expect(await closeCycles(at('2026-12-01'))).toEqual(['2026-11']);
		const { id, ctx } = await markerAt(draftId, 4);
		const answer = '复核看到证据清单列了两项证据，说理一项提高两档。';
		const later = { ...ctx, now: instantOf('2026-12-02', '10:00') };
		valueOf(await answerObjection(later, id, { outcome: 'changed', answer, ...sheet(3) }));
		expect((await standing('2026-12', lin))?.tally).not.toHaveProperty('pieces');
		expect((await standing('2026-11', lin))?.tally).not.toHaveProperty('pieces');
		const { entries } = valueOf(await readEntries(at('2026-12-20'), '2026-12', lin.personId));
		expect(entries[0]!.correction).toContain('原记录在 2026-11');
		expect((await verifyLedger(at('2026-12-20'))).faults).toEqual([]);
	});
});

test('another rule can be tried on a month, and nothing is changed by that', async () => {
	const before = await sql`select board_digest from closed_cycle`;
	const { rule, tried, moves } = valueOf(await previewRule(at('2026-12-20'), '2026-11', 2));
	expect([rule.version, tried.version]).toEqual([1, 2]);
	// The document of November is all there is: measured, and not enough for a place.
	expect(moves).toEqual([{ officerId: lin.personId, from: null, to: null, totalFrom: 0, totalTo: 5000 }]);
	expect(refusalOf(await previewRule(at('2026-12-20'), '2026-11', 9)).code).toBe('no-such-rule');
	expect(await sql`select board_digest from closed_cycle`).toEqual(before);
	expect((await verifyLedger(at('2026-12-20'))).faults).toEqual([]);
});

test('the open month announces the rule that follows it, and the board of each month has its own columns', async () => {
	const november = valueOf(await readBoard(at('2026-12-20'), '2026-11'));
	expect(november).toMatchObject({ ruleVersion: 1, announced: null });
	expect(november.components.map(({ short }) => short)).toEqual(['首答', '保持']);
	const december = valueOf(await readBoard(at('2026-12-20'), '2026-12'));
	expect(december.components.map(({ short }) => short)).toEqual(['首答', '保持', '文书', '评查', '裁量', '案例']);
	expect(december.people[0]!.parts).toHaveLength(6);
	const october = valueOf(await readBoard(at('2026-10-20'), '2026-10'));
	expect(october.announced).toMatchObject({ version: 2, from: '2026年12月1日' });
});
