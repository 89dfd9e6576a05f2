import { accountSubject } from '#lib/identity/server/throttling.server.ts';
import { connect } from '#db/connect.ts';
import { signIn } from '#lib/identity/server/use-cases/sign-in.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { addActor, contextOf, makeBureau, MORNING, PASSWORD, refusalOf, valueOf } from '../support/people.ts';

const { db, sql, address } = await freshDatabase(12);
const { brigade, lin, wei } = await makeBureau(db);

const WRONG = '不是这个口令 1234';
const later = (seconds: number) => new Date(MORNING.getTime() + seconds * 1000);
const at = (seconds: number) => contextOf(db, { now: later(seconds) });
const enter = (ctx: Ctx, account: string, password: string, from = '10.1.0.9') =>
	signIn(ctx, { account, password, device: 'Firefox', address: from });
/** Somebody of whom no other test knows. */
const newcomer = (account: string) => addActor(db, { account, name: account, unitId: brigade });

test('the right password opens a session, of which only the SHA-256 of the token is kept', async () => {
	const { token, maxAge } = valueOf(await enter(at(0), 'lin.yue', PASSWORD));
	expect(maxAge).toBe(7 * 86_400);
	const rows = await sql`select * from session`;
	expect(rows).toHaveLength(1);
	expect(rows[0]).toMatchObject({
		token_hash: createHash('sha256').update(token).digest(),
		person_id: lin.personId,
		device: 'Firefox',
		address: '10.1.0.9'
	});
	expect(JSON.stringify(rows)).not.toContain(token);
});

test('an account may be typed in capitals or full width', async () => {
	valueOf(await enter(at(0), 'ＬＩＮ.Yue', PASSWORD));
});

test('wrong password, unknown account and deactivated person get one and the same answer', async () => {
	await sql`update person set deactivated_at = ${MORNING.toISOString()} where id = ${wei.personId}`;
	const wrong = refusalOf(await enter(at(0), 'lin.yue', WRONG));
	expect(wrong).toEqual({ code: 'wrong', message: '账号或密码不对。', field: 'password' });
	expect(refusalOf(await enter(at(0), 'nobody.here', WRONG))).toEqual(wrong);
	expect(refusalOf(await enter(at(0), 'wei.xiaoman', PASSWORD))).toEqual(wrong);
});

test('five failures block an account, known or not; the wait doubles, outlives the process, and ends in fifteen minutes', async () => {
	await newcomer('su.yan');
	for (const account of ['su.yan', 'not.there']) {
		for (let failure = 1; failure <= 5; failure++)
			expect(refusalOf(await enter(at(0), account, WRONG)).code).toBe('wrong');
		expect(refusalOf(await enter(at(0), account, PASSWORD)).message).toBe('失败次数过多，请在 15 秒后再试。');
	}
	expect(refusalOf(await enter(at(14), 'su.yan', PASSWORD)).code).toBe('throttled');
	expect(refusalOf(await enter(at(15), 'su.yan', WRONG)).code).toBe('wrong');

	const restarted = connect({ ...address }, 1);
	const again = (seconds: number) => contextOf(restarted.db, { now: later(seconds) });
	expect(refusalOf(await enter(again(15), 'su.yan', PASSWORD)).message).toContain('30 秒');
	let now = 45;
	for (let failure = 7; failure <= 14; failure++, now += 900) await enter(again(now), 'su.yan', WRONG);
	now -= 900;
	expect(refusalOf(await enter(again(now), 'su.yan', PASSWORD)).message).toContain('15 分钟');
	valueOf(await enter(again(now + 900), 'su.yan', PASSWORD));
	expect(refusalOf(await enter(again(now + 901), 'su.yan', WRONG)).code, 'a success forgets the failures').toBe(
		'wrong'
	);
	await restarted.close();
});

test('an address with many failures is never shut out', async () => {
	await newcomer('he.zhiyuan');
	for (let n = 0; n < 32; n++) await enter(at(0), `guess.${n}`, WRONG, '10.9.9.9');
	valueOf(await enter(at(0), 'he.zhiyuan', PASSWORD, '10.9.9.9'));
});

test('failures that arrive together are all counted', async () => {
	await newcomer('qin.wangshu');
	await Promise.all(Array.from({ length: 10 }, () => enter(at(0), 'qin.wangshu', WRONG, '10.7.7.7')));
	const [row] = await sql`select failures from sign_in_throttle where subject = ${accountSubject('qin.wangshu')}`;
	expect(row!.failures).toBe(10);
});

test('attempts are in the audit log, and no password is anywhere in it', async () => {
	const rows = await sql`select * from audit_entry where use_case = 'identity.signIn' order by id`;
	const failed = rows.find(({ subject }) => subject === accountSubject('nobody.here'));
	expect(failed).toMatchObject({
		detail: { failed: true, address: '10.1.0.9' },
		request_number: 'test',
		actor_id: null
	});
	const own = rows.filter(({ subject }) => subject === `person:${lin.personId}`);
	expect(own.map(({ detail }) => detail as object)).toContainEqual(expect.objectContaining({ device: 'Firefox' }));
	expect(own.map(({ detail }) => detail as object)).toContainEqual({ failed: true, address: '10.1.0.9' });
	const [found] = await sql`
		select (select count(*)::int from audit_entry e where strpos(e::text, ${PASSWORD}) > 0 or strpos(e::text, ${WRONG}) > 0) as audit,
			(select count(*)::int from person p where strpos(p::text, ${PASSWORD}) > 0) as people`;
	expect(found).toEqual({ audit: 0, people: 0 });
});
