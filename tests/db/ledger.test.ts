import { inTransaction } from '#lib/platform/ctx.server.ts';
import type { NewEntry } from '#lib/ranking/domain/entry.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { computeCycle } from '#lib/ranking/server/use-cases/compute-cycle.server.ts';
import { recordEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { instantOf } from '#lib/shared/time.ts';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { addOfficers, contextOf, makeBureau, MORNING } from '../support/people.ts';

const { db, sql } = await freshDatabase(12);
const { brigade, lin } = await makeBureau(db);
const officers = await addOfficers(db, brigade, 30);
const ctx = contextOf(db);

const fact = (mark: number) => ({
	...{ subject: 'item:item-001@1', mark, daysSinceLast: null, daysSinceFirstSuccess: null, wasDue: false }
});
const entryOf = (actor: Actor, change: Partial<NewEntry> = {}): NewEntry => ({
	...{ officerId: actor.personId, unitId: actor.unitId, source: 'daily-set', sourceId: newId(MORNING) },
	...{ day: '2026-11-20', complete: true, facts: [fact(100), fact(50)] },
	...change
});
const record = (entry: NewEntry) => inTransaction(ctx, (inner) => recordEntry(inner, entry));

test('thirty officers at once, eight entries each: every chain is whole and every tally right', async () => {
	const entries = officers.flatMap((actor) => Array.from({ length: 8 }, () => entryOf(actor)));
	await Promise.all(entries.map(record));
	expect(await verifyLedger(ctx)).toEqual({ officers: 30, entries: 240, cycles: ['2026-11'], faults: [] });
	const { board } = await computeCycle(ctx, '2026-11');
	for (const { tally, rank, score } of board.standings) {
		expect(tally).toEqual({ sets: 8, fresh: 16, freshMarks: 1200, reviews: 0, retained: 0 });
		expect({ rank, total: score.total }).toEqual({ rank: null, total: 7500 });
	}
	const seqs = await sql`select array_agg(seq order by seq) as seqs from ledger_entry group by officer_id`;
	expect(seqs.map((row) => row.seqs as number[])).toEqual(officers.map(() => [1, 2, 3, 4, 5, 6, 7, 8]));
});

test('one source counts once: the second is refused and leaves nothing behind', async () => {
	const entry = entryOf(lin);
	const both = await Promise.allSettled([record(entry), record(entry)]);
	expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	await expect(record(entryOf(officers[0]!, { sourceId: entry.sourceId }))).rejects.toThrow();
	expect(await sql`select seq from ledger_head where officer_id = ${lin.personId}`).toEqual([{ seq: 1 }]);
	expect(await verifyLedger(ctx)).toMatchObject({ officers: 31, entries: 241, faults: [] });
});

test('a transaction that fails later takes its entry with it', async () => {
	const failing = inTransaction(ctx, async (inner) => {
		await recordEntry(inner, entryOf(lin));
		throw new Error('the rest failed');
	});
	await expect(failing).rejects.toThrow('the rest failed');
	expect(await verifyLedger(ctx)).toMatchObject({ entries: 241, faults: [] });
});

test('points stay with the unit of the day; the board shows the officer’s last one', async () => {
	const [mover] = await sql<{ id: string }[]>`select id from unit where name like '白渡镇%'`;
	await record(entryOf(lin, { unitId: mover!.id }));
	const { board } = await computeCycle(ctx, '2026-11');
	expect(board.standings.find(({ officerId }) => officerId === lin.personId)!.unitId).toBe(mover!.id);
	const units = await sql<
		{ unit_id: string }[]
	>`select unit_id from ledger_entry where officer_id = ${lin.personId} order by seq`;
	expect(units.map((row) => row.unit_id)).toEqual([brigade, mover!.id]);
	expect((await verifyLedger(ctx)).faults).toEqual([]);
});

test('entries that arrive while the month is being closed wait, and both months stay true', async () => {
	const december = contextOf(db, { now: instantOf('2026-12-01', '00:20') });
	const late = officers.map((actor) => () => record(entryOf(actor, { day: '2026-12-01' })));
	const [closed] = await Promise.all([closeCycles(december), ...late.map((run) => run())]);
	expect(closed).toEqual(['2026-11']);
	const { faults, cycles } = await verifyLedger(december);
	expect(faults).toEqual([]);
	expect(cycles).toEqual(['2026-11', '2026-12']);
});

test('an entry for a closed month is found', async () => {
	await record(entryOf(lin, { day: '2026-11-30' }));
	const { faults } = await verifyLedger(ctx);
	expect(faults).toContainEqual(expect.stringContaining('记在已关闭的 2026-11 内'));
	expect(faults).toContainEqual('2026-11：按账本重算的榜单与公布的不同');
});
