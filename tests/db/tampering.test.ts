import type { Db } from '#db/connect.ts';
import { bodyOf, EMPTY_HEAD, parseBody, rootOf } from '#lib/ranking/domain/entry.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';
import { instantOf } from '#lib/shared/time.ts';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { NOVEMBER, OCTOBER, playDays } from '../support/month.ts';
import { contextOf, makeBureau } from '../support/people.ts';

const { db } = await freshDatabase();
const ctx = contextOf(db);
const { lin, xu } = await makeBureau(db);
const LIN = lin.personId;

beforeAll(async () => {
	const team = [
		{ actor: lin, knows: (id: string) => !id.endsWith('3') },
		{ actor: xu, knows: (id: string) => !id.endsWith('7') }
	];
	await playDays(db, team, OCTOBER);
	await closeCycles({ ...ctx, now: instantOf('2026-11-01', '00:10') });
	await playDays(db, team, NOVEMBER);
});

const rows = async <T extends Record<string, unknown>>(on: Db, text: string) => [
	...(await on.execute<T>(sql.raw(text)))
];
type Row = { seq: number; body: string; previous_hash: string; hash: string };
const chainOf = (on: Db) => rows<Row>(on, `select * from ledger_entry where officer_id = '${LIN}' order by seq`);
const rewrite = (on: Db, { seq, body, previous_hash, hash }: Row) =>
	on.execute(sql`update ledger_entry set body = ${body}, previous_hash = ${previous_hash}, hash = ${hash}
		where officer_id = ${LIN} and seq = ${seq}`);

/** Right for wrong and wrong for right. */
function forge(body: string): string {
	const { seq, ruleVersion, ...entry } = parseBody(body);
	return bodyOf({ ...entry, facts: entry.facts.map((fact) => ({ ...fact, mark: 100 - fact.mark })) }, seq, ruleVersion);
}

/** Gives an entry other marks and chains everything behind it anew, the head included: no link is broken. */
async function forgeFrom(on: Db, seq: number): Promise<void> {
	const chain = await chainOf(on);
	let before = chain.find((row) => row.seq === seq - 1)?.hash ?? EMPTY_HEAD.hash;
	for (const row of chain.slice(seq - 1)) {
		const body = row.seq === seq ? forge(row.body) : row.body;
		const hash = sha256(before + body);
		await rewrite(on, { ...row, body, previous_hash: before, hash });
		before = hash;
	}
	await on.execute(sql`update ledger_head set hash = ${before} where officer_id = ${LIN}`);
}

const run = (text: string) => (on: Db) => on.execute(sql.raw(text));
const ofLin = `where officer_id = '${LIN}'`;

/** What somebody does who owns the database, and what the auditor reads. 6 entries lie in the closed October, 2 in November. */
const DEEDS: [string, (on: Db) => Promise<unknown>, RegExp][] = [
	[
		'changes a mark in a body',
		async (on) => rewrite(on, { ...(await chainOf(on))[2]!, body: forge((await chainOf(on))[2]!.body) }),
		/人员 .*：第 3 条内容与摘要不符/
	],
	[
		'changes a mark and the hash of that row',
		async (on) => {
			const row = (await chainOf(on))[2]!;
			const body = forge(row.body);
			await rewrite(on, { ...row, body, hash: sha256(row.previous_hash + body) });
		},
		/第 4 条记录的前一条摘要不符/
	],
	['makes nonsense of a body', run(`update ledger_entry set body = 'x' ${ofLin} and seq = 8`), /第 8 条内容与摘要不符/],
	[
		'makes half an entry of a body',
		run(`update ledger_entry set body = '{"seq":8}' ${ofLin} and seq = 8`),
		/第 8 条内容与摘要不符/
	],
	['deletes a row in the middle', run(`delete from ledger_entry ${ofLin} and seq = 4`), /第 4 条缺失，下一条是第 5 条/],
	['deletes the first row', run(`delete from ledger_entry ${ofLin} and seq = 1`), /第 1 条缺失/],
	['deletes the last row', run(`delete from ledger_entry ${ofLin} and seq = 8`), /链尾是第 7 条，登记的链尾是第 8 条/],
	[
		'deletes the last row and moves the head back',
		run(`delete from ledger_entry ${ofLin} and seq = 8; update ledger_head set seq = 7,
			hash = (select hash from ledger_entry ${ofLin} and seq = 7) ${ofLin}`),
		/2026-11：人员 .* 的累计与账本不符/
	],
	[
		'adds a row',
		run(`insert into ledger_entry select officer_id, 9, source, 'forged', day, unit_id, body, hash, hash, recorded_at
			from ledger_entry ${ofLin} and seq = 8`),
		/链尾是第 9 条，登记的链尾是第 8 条/
	],
	[
		'moves an entry to another day',
		run(`update ledger_entry set day = '2026-11-18' ${ofLin} and seq = 3`),
		/第 3 条的 day 与正文不符/
	],
	[
		'moves an entry before all rules',
		run(`update ledger_entry set day = '2024-01-01' ${ofLin} and seq = 3`),
		/第 3 条的 day 与正文不符/
	],
	[
		'moves an entry to another unit',
		run(`update ledger_entry set unit_id = '${xu.unitId}' ${ofLin} and seq = 3`),
		/第 3 条的 unitId 与正文不符/
	],
	[
		'gives an entry another source',
		run(`update ledger_entry set source_id = 'x' ${ofLin} and seq = 3`),
		/第 3 条的 sourceId 与正文不符/
	],
	[
		'forges the closed month with all that follows and the head',
		(on) => forgeFrom(on, 6),
		/第 6 条与 2026-10 公布的链尾不符/
	],
	['forges the running month with the head', (on) => forgeFrom(on, 7), /2026-11：人员 .* 的累计与账本不符/],
	['deletes a head', run(`delete from ledger_head ${ofLin}`), /链尾是第 8 条，登记的链尾是第 0 条/],
	['resets a head', run(`update ledger_head set seq = 7 ${ofLin}`), /登记的链尾是第 7 条/],
	[
		'deletes an officer from the ledger, tallies and all',
		run(`delete from ledger_entry ${ofLin}; delete from ledger_head ${ofLin}; delete from tally ${ofLin}`),
		/2026-10：按账本重算的榜单与公布的不同/
	],
	[
		'changes a tally',
		run(`update tally set tally = jsonb_set(tally, '{freshMarks}', '99999') ${ofLin} and cycle = '2026-11'`),
		/2026-11：人员 .* 的累计/
	],
	[
		'changes a standing',
		run(`update tally set standing = standing + 1 ${ofLin} and cycle = '2026-10'`),
		/2026-10：人员 .* 的累计/
	],
	[
		'changes the unit of a tally',
		run(`update tally set unit_id = '${xu.unitId}' ${ofLin} and cycle = '2026-10'`),
		/2026-10：人员 .* 的累计/
	],
	[
		'makes nonsense of a tally',
		run(`update tally set tally = '{"sets":1.5}' ${ofLin} and cycle = '2026-11'`),
		/2026-11：账本无法重算/
	],
	[
		'makes nonsense of the closed board',
		run(`update closed_cycle set board = '{"standings":[0.5]}'`),
		/2026-10：账本无法重算/
	],
	['deletes a tally', run(`delete from tally ${ofLin} and cycle = '2026-10'`), /2026-10：人员 .* 的累计/],
	[
		'adds a tally to a month without entries',
		run(
			`insert into tally select '2026-09', officer_id, unit_id, tally, standing from tally ${ofLin} and cycle = '2026-11'`
		),
		/2026-09：人员 .* 的累计/
	],
	[
		'changes the closed board',
		run(`update closed_cycle set board = jsonb_set(board, '{standings,0,rank}', '2')`),
		/2026-10：公布的榜单与摘要不符/
	],
	[
		'changes the closed board and its digest',
		async (on) => {
			const [row] = await rows<{ board: { standings: object[] } }>(on, 'select board from closed_cycle');
			const board = { ...row!.board, standings: [...row!.board.standings].reverse() };
			await on.execute(
				sql`update closed_cycle set board = ${JSON.stringify(board)}::jsonb, board_digest = ${sha256(canonical(board))}`
			);
		},
		/2026-10：按账本重算的榜单与公布的不同/
	],
	['takes the closed month away', run('delete from closed_cycle'), /2026-10：审计记录里公布过的总摘要/],
	['changes the rule of the closed month', run('update closed_cycle set rule_version = 9'), /2026-10：登记的规则版本/],
	[
		'changes the published root',
		run(`update closed_cycle set root = repeat('0', 64)`),
		/2026-10：公布的总摘要与链尾清单不符/
	],
	[
		'changes a published head and the root',
		async (on) => {
			const [row] = await rows<{ heads: Record<string, [number, string]> }>(on, 'select heads from closed_cycle');
			const heads = { ...row!.heads, [LIN]: [5, (await chainOf(on))[5]!.hash] as [number, string] };
			await on.execute(sql`update closed_cycle set heads = ${JSON.stringify(heads)}::jsonb, root = ${rootOf(heads)}`);
		},
		/第 5 条与 2026-10 公布的链尾不符/
	]
];

test('after real drills the ledger is clean', async () => {
	expect(await verifyLedger(ctx)).toEqual({ officers: 2, entries: 16, cycles: ['2026-10', '2026-11'], faults: [] });
});

class Undone extends Error {}

test.each(DEEDS)('who %s is found', async (_, deed, sentence) => {
	let faults: readonly string[] = [];
	const tampered = db.transaction(async (tx) => {
		await tx.execute(sql`set local session_replication_role = replica`);
		await deed(tx);
		({ faults } = await verifyLedger({ ...ctx, db: tx }));
		throw new Undone();
	});
	await expect(tampered).rejects.toThrow(Undone);
	expect(faults).toContainEqual(expect.stringMatching(sentence));
	expect((await verifyLedger(ctx)).faults).toEqual([]);
});
