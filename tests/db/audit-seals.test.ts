import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '#db/connect.ts';
import { purgeLog } from '#lib/audit/server/use-cases/purge-log.server.ts';
import { sealLog } from '#lib/audit/server/use-cases/seal-log.server.ts';
import { verifyLog } from '#lib/audit/server/use-cases/verify-log.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { inTransaction } from '#lib/platform/ctx.server.ts';
import { addMonths, instantOf } from '#lib/shared/time.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { contextOf, makeBureau, MORNING, TODAY } from '../support/people.ts';

const { db, sql, address } = await freshDatabase(6);
const { lin } = await makeBureau(db);
const other = connect({ ...address }, 2);
afterAll(() => other.close());
const ctx = contextOf(db, { actor: lin });
const verify = (expected?: string) => verifyLog(contextOf(db), expected);
const write = (count: number, now = MORNING) =>
	inTransaction({ ...ctx, now }, async (inner) => {
		for (let n = 0; n < count; n++) await recordAudit(inner, 'test.write', `thing:${n}`, { n, 中文: '改了“一”处' });
	});
/** As somebody would who owns the database. */
const behindTheTriggers = async (change: () => Promise<unknown>) => {
	await sql`alter table audit_entry disable trigger user`;
	await change();
	await sql`alter table audit_entry enable trigger user`;
};

test('what was written is sealed once, by however many nodes at once', async () => {
	await write(3);
	const made = await Promise.all([sealLog(contextOf(db)), sealLog(contextOf(other.db)), sealLog(contextOf(db))]);
	expect(made.reduce((sum, one) => sum + one, 0)).toBe(1);
	expect(await sealLog(contextOf(db))).toBe(0);
	const [counted] = await sql`select count(*)::int as count from audit_entry`;
	expect(await verify()).toMatchObject({ seals: 1, entries: counted!.count as number, unsealed: 0, faults: [] });
});

test('an entry whose transaction is not over is not passed over', async () => {
	let go!: () => void;
	const gate = new Promise<void>((resolve) => (go = resolve));
	let taken!: () => void;
	const hasNumber = new Promise<void>((resolve) => (taken = resolve));
	// The slow one has the lower number and ends last.
	const slow = inTransaction(contextOf(other.db, { actor: lin }), async (inner) => {
		await recordAudit(inner, 'test.slow', 'thing:slow');
		taken();
		await gate;
	});
	await hasNumber;
	await write(2);
	expect(await sealLog(contextOf(db))).toBe(0);
	const waiting = sealLog(contextOf(db));
	await pause(100);
	go();
	await slow;
	expect(await waiting).toBe(1);
	const [last] = await sql`select entries from audit_seal order by number desc limit 1`;
	expect(last!.entries).toBe(3);
	expect((await verify()).faults).toEqual([]);
});

test('numbers that were taken and given back leave no fault', async () => {
	await expect(
		inTransaction(ctx, async (inner) => {
			await recordAudit(inner, 'test.undone', 'thing:undone');
			throw new Error('undone');
		})
	).rejects.toThrow('undone');
	await sealLog(contextOf(db));
	await write(1);
	expect((await verify()).faults).toEqual([]);
});

test('many entries are many seals', async () => {
	await sql`insert into audit_entry (id, at, use_case, subject, digest, detail)
		select gen_random_uuid(), ${MORNING.toISOString()}::timestamptz + n * interval '1 second', 'test.many', 'thing:' || n, '', '{}'
		from generate_series(1, 2500) n`;
	expect(await sealLog(contextOf(db))).toBe(3);
	expect((await verify()).faults).toEqual([]);
});

describe('whatever is done past the triggers behind a seal is found', () => {
	test.each<[string, string, string]>([
		[
			'another actor',
			`update audit_entry set actor_id = gen_random_uuid() where subject = 'thing:77'`,
			'内容与封存时不同'
		],
		['another detail', `update audit_entry set detail = '{"n": 78}' where subject = 'thing:77'`, '内容与封存时不同'],
		['another time', `update audit_entry set at = at + interval '1 microsecond' where subject = 'thing:77'`, '内容与'],
		['one less', `delete from audit_entry where subject = 'thing:78'`, '少了 1 条'],
		[
			'one more',
			`insert into audit_entry (id, at, use_case, subject, digest, detail, number) select gen_random_uuid(), at, use_case,
				subject, digest, detail, (select min(g) from generate_series(1, 20000) g where g not in (select number from audit_entry))
				from audit_entry where subject = 'thing:79'`,
			'多了 1 条'
		],
		[
			'one at the place of another',
			`with gone as (delete from audit_entry where subject = 'thing:80' returning *)
				insert into audit_entry (id, at, use_case, subject, digest, detail, number)
				select gen_random_uuid(), at, use_case, subject, digest, detail, number from gone`,
			'内容与封存时不同'
		]
	])('%s', async (_, text, words) => {
		// Rolled back afterwards, so that each is found alone.
		await sql`create table kept as select * from audit_entry`;
		await behindTheTriggers(() => sql.unsafe(text));
		const { faults } = await verify();
		await behindTheTriggers(async () => {
			await sql`delete from audit_entry`;
			await sql`insert into audit_entry select * from kept`;
		});
		await sql`drop table kept`;
		expect(faults).toEqual([expect.stringContaining(words)]);
		expect((await verify()).faults).toEqual([]);
	});

	test('a tail that was cut off, by whoever noted its hash', async () => {
		const { hash } = await verify();
		expect((await verify(hash)).faults).toEqual([]);
		expect((await verify('0'.repeat(64))).faults).toHaveLength(1);
	});
});

test('nothing goes but what is sealed, old enough and written down', async () => {
	for (const text of [
		'delete from audit_entry',
		`update audit_seal set hash = ''`,
		'delete from audit_seal',
		'truncate audit_purge'
	]) {
		await expect(sql.unsafe(text), text).rejects.toMatchObject({ code: '23001' });
	}
	await expect(
		sql`insert into audit_purge (seal, until_number, entries, last_at, months, purged_at)
			select number, until_number, entries, last_at, 6, sealed_at from audit_seal where number = 1`
	).rejects.toMatchObject({ code: '23514' });
});

test('old entries go in whole seals, and the chain still holds', async () => {
	expect(await purgeLog(contextOf(db))).toBe(0);
	const later = instantOf(addMonths(TODAY, 61), '09:00');
	await write(2, later);
	await sealLog(contextOf(db, { now: later }));
	const [before] =
		await sql`select count(*)::int as count from audit_entry where at < ${MORNING.toISOString()}::timestamptz + interval '1 day'`;
	const gone = await purgeLog(contextOf(db, { now: later }));
	expect(gone).toBe(before!.count);
	expect(await purgeLog(contextOf(db, { now: later }))).toBe(0);
	const now = await verifyLog(contextOf(db, { now: later }));
	// The young ones, and the entry that tells of the purge.
	expect(now).toMatchObject({ entries: 3, unsealed: 0, faults: [] });
	expect(now.purgedUntil).toMatch(/^2026-11-20 09:41$/);
	await behindTheTriggers(
		() => sql`insert into audit_entry (id, at, use_case, subject, digest, detail, number)
			values (gen_random_uuid(), ${MORNING.toISOString()}, 'test.forged', 'x', '', '{}', 1)`
	);
	expect((await verifyLog(contextOf(db, { now: later }))).faults).toEqual([expect.stringContaining('又有 1 条')]);
});
