import { connect } from '#db/connect.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { computeCycle } from '#lib/ranking/server/use-cases/compute-cycle.server.ts';
import { readBoard, readOwnStanding } from '#lib/ranking/server/use-cases/read-board.server.ts';
import type { View } from '#lib/ranking/server/board-rows.server.ts';
import { readEntries } from '#lib/ranking/server/use-cases/read-entries.server.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';
import { instantOf } from '#lib/shared/time.ts';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { NOVEMBER, OCTOBER, playDays } from '../support/month.ts';
import { addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql, address } = await freshDatabase(8);
const { brigade, lin, xu, wei, trainer, townTrainer, administrator } = await makeBureau(db);
const su = await addActor(db, { account: 'su.yan', name: '苏砚', unitId: brigade });
const at = (day: string, actor = lin, clock = '09:00') => contextOf(db, { now: instantOf(day, clock), actor });
const october = async (day: string, actor = lin) => valueOf(await readBoard(at(day, actor), '2026-10'));

beforeAll(async () => {
	// 林岳 and 苏砚 know everything and share the first place; 许漫青 knows half; 韦小满 comes for two days only.
	const team = [
		{ actor: lin, knows: () => true },
		{ actor: su, knows: () => true },
		{ actor: xu, knows: (id: string) => Number(id.slice(-1)) % 2 === 0 }
	];
	await playDays(db, team, OCTOBER);
	await playDays(db, [{ actor: wei, knows: () => true }], ['2026-10-29', '2026-10-30']);
	await playDays(db, team, NOVEMBER);
});

test('the open board names people and units, shares a rank in a tie, and leaves newcomers unranked with the reason', async () => {
	const board = await october('2026-10-31', xu);
	expect(board.people.map(({ name, rank, unitName }) => [name, rank, unitName])).toEqual([
		...[lin, su]
			.sort((left, right) => (left.personId < right.personId ? -1 : 1))
			.map(({ name }) => [name, 1, '综合行政执法大队']),
		['许漫青', 3, '白渡镇应急管理办公室'],
		['韦小满', null, '白渡镇应急管理办公室']
	]);
	expect(board.people[0]!.total).toBe(10_000);
	expect(board.people[3]!.missing).toContain('还差 4 组今日练兵');
	expect(board.me).toMatchObject({ name: '许漫青', isMe: true });
	const byUnit: View = { kind: 'units', group: null, query: '', page: 1 };
	const { units } = valueOf(await readBoard(at('2026-10-31', xu), '2026-10', byUnit));
	expect(units.map(({ name, rank, ranked, officers }) => [name, rank, ranked, officers])).toEqual([
		['综合行政执法大队', 1, 2, 2],
		['白渡镇应急管理办公室', 2, 1, 2]
	]);
	expect(board).toMatchObject({ open: true, root: null, closedOn: null, title: '2026年10月' });
});

test('one’s own place is the one on the board, in the running month and afterwards', async () => {
	for (const actor of [lin, su, xu, wei]) {
		const board = await october('2026-10-31', actor);
		const { rank, of, total, missing } = await readOwnStanding(at('2026-10-31', actor));
		expect({ rank, total, missing }).toEqual({
			rank: board.me!.rank,
			total: board.me!.total,
			missing: board.me!.missing
		});
		expect(of).toBe(3);
		expect((await readOwnStanding(at('2026-11-03', actor))).previous).toMatchObject({ cycle: '2026-10', rank, of: 3 });
	}
	expect(await readOwnStanding(at('2026-10-31', trainer))).toMatchObject({ rank: null, of: 3 });
	expect((await readOwnStanding(at('2026-11-06'))).previous).toBeNull();
});

test('a month is not closed before it is over, and the last minutes have time to arrive', async () => {
	expect(await closeCycles(at('2026-10-31', lin, '23:59'))).toEqual([]);
	expect(await closeCycles(at('2026-11-01', lin, '00:09'))).toEqual([]);
});

test('two nodes close it once; open board, recomputed board and closed board are the same', async () => {
	const before = await october('2026-11-03');
	const computed = (await computeCycle(at('2026-11-03'), '2026-10')).board;
	const other = connect({ ...address }, 4);
	const closing = { ...at('2026-11-03'), db: other.db };
	const closed = await Promise.all([closeCycles(at('2026-11-03')), closeCycles(closing), closeCycles(closing)]);
	await other.close();
	expect(closed.flat()).toEqual(['2026-10']);
	expect(await closeCycles(at('2026-11-20'))).toEqual([]);

	const [row] = await sql`select * from closed_cycle`;
	expect(canonical(row!.board)).toBe(canonical(computed));
	expect(row!.board_digest).toBe(sha256(canonical(computed)));
	expect(Object.keys(row!.heads as object)).toHaveLength(4);
	const after = await october('2026-11-03');
	expect(after).toEqual({
		...before,
		announced: null,
		open: false,
		root: row!.root as string,
		closedOn: '2026年11月3日 09:00'
	});
	expect(after.people.map(({ officerId, rank }) => ({ officerId, rank }))).toEqual(
		computed.standings.map(({ officerId, rank }) => ({ officerId, rank }))
	);
	const audit = await sql`select detail from audit_entry where use_case = 'ranking.closeCycle'`;
	expect(audit).toEqual([{ detail: { root: row!.root as string, ruleVersion: 1 } }]);
	expect((await verifyLedger(at('2026-11-20'))).faults).toEqual([]);
});

test('on the first days of a month the closed board of the month before stands beside it', async () => {
	const early = valueOf(await readBoard(at('2026-11-05'), '2026-11'));
	expect(early.previous).toMatchObject({ cycle: '2026-10', top: [{ rank: 1 }, { rank: 1 }, { rank: 3 }] });
	expect(valueOf(await readBoard(at('2026-11-06'), '2026-11')).previous).toBeNull();
	expect(early.cycles).toEqual(['2026-11', '2026-10']);
});

test('every figure opens to its entries, which add up to it; subjects stay with the officer and those who train', async () => {
	const open = async (actor: typeof lin) => valueOf(await readEntries(at('2026-11-20', actor), '2026-10', xu.personId));
	const board = await october('2026-11-20');
	const own = await open(xu);
	const row = board.people.find(({ officerId }) => officerId === xu.personId)!;
	expect(own).toMatchObject({
		rank: row.rank,
		score: { total: row.total, fresh: row.parts[0]!.figure },
		tally: { sets: row.sets }
	});
	expect(own.entries).toHaveLength(6);
	const counted = own.entries.flatMap(({ facts }) => facts).filter(({ counts }) => counts.includes('计入首答'));
	expect(counted).toHaveLength(row.parts[0]!.counted);

	for (const [actor, seesSubjects, seesSet] of [
		[xu, true, true],
		[trainer, true, false],
		[townTrainer, true, false],
		[lin, false, false],
		[administrator, false, false]
	] as const) {
		const seen = await open(actor);
		expect(seen.score).toEqual(own.score);
		for (const { sourceId, facts } of seen.entries) {
			expect(sourceId !== null, actor.name).toBe(seesSet);
			for (const { subject } of facts) expect(subject !== null, actor.name).toBe(seesSubjects);
		}
	}
	const foreign = valueOf(await readEntries(at('2026-11-20', townTrainer), '2026-10', lin.personId));
	expect(foreign.entries[0]!.facts[0]!.subject).toBeNull();
});

test('what is no month or nobody’s record is refused', async () => {
	for (const cycle of ['2025-12', '2026-13', 'x']) {
		expect(refusalOf(await readBoard(at('2026-11-20'), cycle)).code).toBe('no-such-cycle');
	}
	for (const [cycle, id] of [
		['2026-10', 'nobody'],
		['x', lin.personId],
		['2026-10', brigade]
	] as const) {
		expect(refusalOf(await readEntries(at('2026-11-20'), cycle, id)).code).toBe('no-such-record');
	}
});
