import { createSession, validateSession } from '#lib/identity/server/sessions.server.ts';
import { addPerson, type NewPerson } from '#lib/identity/server/use-cases/add-people.server.ts';
import { changePassword } from '#lib/identity/server/use-cases/change-password.server.ts';
import { endOtherSessions, endOwnSession, readMe } from '#lib/identity/server/use-cases/own-account.server.ts';
import { signIn } from '#lib/identity/server/use-cases/sign-in.server.ts';
import { changeSetting } from '#lib/settings/server/use-cases/change-setting.server.ts';
import { signOut } from '#lib/identity/server/use-cases/sign-out.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { addActor, contextOf, makeBureau, MORNING, PASSWORD, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { brigade, lin, xu, administrator } = await makeBureau(db);

const DAY = 86_400_000;
const FRESH = '云门街道的桂花 2027';
const open = async (actor: Actor, now = MORNING) =>
	(await createSession(db, now, actor.personId, { device: 'Firefox', address: '10.1.0.9' })).token;
const isOpen = async (token: string, now = MORNING) => (await validateSession(db, now, token)) !== null;
const signInAs = (account: string, password: string) =>
	signIn(contextOf(db), { account, password, device: 'Firefox', address: '10.1.0.9' });

test.each(['2019-02-03T10:00:00Z', '2026-11-20T01:00:00Z', '2041-07-01T00:00:00Z'])(
	'a session lasts seven days of our clock, whatever the machine’s says (%s)',
	async (start) => {
		const at = (days: number) => new Date(Date.parse(start) + days * DAY);
		const token = await open(lin, at(0));
		expect(await validateSession(db, at(0), token)).toMatchObject({ actor: { account: 'lin.yue' }, renewed: false });
		expect((await validateSession(db, at(3.4), token))?.renewed).toBe(false);
		expect(await isOpen(token, at(7.01))).toBe(false);
		expect(await isOpen(token, at(0)), 'an expired session is gone for good').toBe(false);
	}
);

test('used past its half-life it is renewed for seven more days', async () => {
	const at = (days: number) => new Date(MORNING.getTime() + days * DAY);
	const token = await open(lin);
	expect((await validateSession(db, at(3.6), token))?.renewed).toBe(true);
	expect((await validateSession(db, at(3.7), token))?.renewed).toBe(false);
	expect((await validateSession(db, at(10.5), token))?.renewed).toBe(true);
	expect(await isOpen(token, at(17.6))).toBe(false);
});

const set = async (key: 'identity.session-idle-days' | 'identity.session-absolute-days', value: string, seen = 0) =>
	changeSetting(contextOf(db, { actor: administrator }), key, {
		...{ value, reason: '局务会定的。', seen, source: '', sourceOn: '' }
	});

test('the office sets how long a session may lie unused and how long it may last in all, also for those that are open', async () => {
	const at = (days: number) => new Date(MORNING.getTime() + days * DAY);
	const [early, old] = [await open(lin), await open(lin)];
	valueOf(await set('identity.session-idle-days', '2'));
	valueOf(await set('identity.session-absolute-days', '4'));
	expect((await validateSession(db, at(0), early))?.maxAge, 'seven days have become two').toBe(2 * 86_400);
	expect(await isOpen(early, at(2.01))).toBe(false);

	expect((await createSession(db, MORNING, lin.personId, { device: 'Firefox', address: '10.1.0.9' })).maxAge).toBe(
		2 * 86_400
	);
	for (const day of [0.5, 1.6, 2.7])
		expect((await validateSession(db, at(day), old))?.renewed, String(day)).toBe(day > 1);
	expect(await validateSession(db, at(3.9), old)).toMatchObject({ renewed: false, maxAge: 0.1 * 86_400 });
	expect(await isOpen(old, at(4.01)), 'however it is used').toBe(false);
	valueOf(await set('identity.session-idle-days', '7', 1));
	valueOf(await set('identity.session-absolute-days', '90', 1));
});

test('the last passwords cannot come back, as many as the office says', async () => {
	const ning = await addActor(db, { account: 'ning.yuan', name: '宁远', unitId: brigade });
	const ctx = contextOf(db, { actor: ning });
	const list = [PASSWORD, '第一个口令 2026-01', '第二个口令 2026-02', '第三个口令 2026-03', '第四个口令 2026-04'];
	for (const [place, fresh] of list.slice(1).entries())
		valueOf(await changePassword(ctx, list[place]!, fresh, 'token'));
	for (const former of list.slice(1, 4)) {
		expect(refusalOf(await changePassword(ctx, list[4]!, former, 'token'))).toEqual({
			...{ code: 'used-before', message: '这个密码以前用过，最近 3 个旧密码不能再用。', field: 'fresh' }
		});
	}
	valueOf(await changePassword(ctx, list[4]!, PASSWORD, 'token'));
	const rows = await sql`select password_hash from former_password where person_id = ${ning.personId}`;
	expect(rows).toHaveLength(5);
	for (const { password_hash } of rows) expect(password_hash).toMatch(/^\$argon2id\$/);
});

test('an unknown token and the session of a deactivated person open nothing', async () => {
	const gone = await addActor(db, { account: 'lu.chenzhou', name: '陆沉舟', unitId: brigade });
	const token = await open(gone);
	await sql`update person set deactivated_at = ${MORNING.toISOString()} where id = ${gone.personId}`;
	expect(await isOpen(token)).toBe(false);
	expect(await isOpen('x'.repeat(40))).toBe(false);
});

test('people list and end their own sessions only', async () => {
	await sql`delete from session`;
	const [mine, phone, hers] = [await open(lin), await open(lin), await open(xu)];
	const asLin = contextOf(db, { actor: lin });
	const asXu = contextOf(db, { actor: xu });
	const { sessions } = await readMe(asLin, mine);
	expect(sessions.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
	const other = sessions.find(({ isCurrent }) => !isCurrent)!;

	expect(refusalOf(await endOwnSession(asXu, other.id)).code).toBe('no-such-session');
	for (const id of ['', '%', other.id.slice(0, 15)]) {
		expect(refusalOf(await endOwnSession(asLin, id)).code).toBe('no-such-session');
	}
	valueOf(await endOwnSession(asLin, other.id));
	expect([await isOpen(mine), await isOpen(phone), await isOpen(hers)]).toEqual([true, false, true]);
	expect(refusalOf(await endOwnSession(asLin, other.id)).code).toBe('no-such-session');

	const tablet = await open(lin);
	await endOtherSessions(asLin, mine);
	expect([await isOpen(mine), await isOpen(tablet), await isOpen(hers)]).toEqual([true, false, true]);
	await signOut(asLin, mine);
	expect([await isOpen(mine), await isOpen(hers)]).toEqual([false, true]);
	const audit =
		await sql`select detail from audit_entry where use_case = 'identity.endOwnSession' and actor_id = ${lin.personId} order by id`;
	expect(audit).toHaveLength(3);
});

test('a new password ends the other sessions and is the only one from then on', async () => {
	const ye = await addActor(db, { account: 'ye.qingjia', name: '叶清嘉', unitId: brigade });
	await sql`update person set must_change_password = true where id = ${ye.personId}`;
	const [mine, other] = [await open(ye), await open(ye)];
	const ctx = contextOf(db, { actor: ye });
	const refusal = async (current: string, fresh: string) => refusalOf(await changePassword(ctx, current, fresh, mine));

	expect(await refusal('不是现在的口令', FRESH)).toMatchObject({ code: 'wrong-current', field: 'current' });
	expect(await refusal(PASSWORD, '短口令')).toMatchObject({ code: 'weak-password', field: 'fresh' });
	expect(await refusal(PASSWORD, 'ye.qingjia-2026')).toMatchObject({ code: 'weak-password' });
	expect(await refusal(PASSWORD, PASSWORD)).toMatchObject({ code: 'same', field: 'fresh' });
	expect([await isOpen(mine), await isOpen(other)]).toEqual([true, true]);
	valueOf(await signInAs('ye.qingjia', PASSWORD));

	valueOf(await changePassword(ctx, PASSWORD, FRESH, mine));
	expect([await isOpen(mine), await isOpen(other)]).toEqual([true, false]);
	expect((await validateSession(db, MORNING, mine))!.actor.mustChangePassword).toBe(false);
	expect(refusalOf(await signInAs('ye.qingjia', PASSWORD)).code).toBe('wrong');
	valueOf(await signInAs('ye.qingjia', FRESH));
});

test('a person is added whole or not at all', async () => {
	const counts = async () =>
		(
			await sql`select (select count(*) from person) as people, (select count(*) from role_grant) as grants,
			(select count(*) from audit_entry where use_case = 'identity.addPerson') as audit`
		)[0];
	const add = (change: Partial<NewPerson>) =>
		addPerson(contextOf(db), {
			...{ account: 'cheng.beichen', name: '程北辰', unitId: brigade, roles: ['officer', 'judge'], password: PASSWORD },
			...{ mustChangePassword: true, joinedOn: '2022-07-11' },
			...change
		});
	const before = await counts();
	for (const account of ['', 'a', '1abc', '程', 'has space', 'x'.repeat(33), 'a\n']) {
		expect(refusalOf(await add({ account })), account).toMatchObject({ code: 'account', field: 'account' });
	}
	expect(refusalOf(await add({ password: '程北辰的口令 2026' }))).toMatchObject({
		code: 'weak-password',
		field: 'password'
	});
	for (const account of ['lin.yue', 'Lin.Yue', 'ｌｉｎ.yue']) {
		expect(refusalOf(await add({ account })), account).toMatchObject({ code: 'taken', field: 'account' });
	}
	expect(refusalOf(await add({ unitId: lin.personId }))).toMatchObject({ code: 'no-unit', field: 'unitId' });
	expect(await counts()).toEqual(before);

	const both = await Promise.all([add({}), add({})]);
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	const [row] =
		await sql`select detail, subject from audit_entry where use_case = 'identity.addPerson' order by id desc limit 1`;
	expect(row!.detail).toEqual({
		account: 'cheng.beichen',
		name: '程北辰',
		unitId: brigade,
		roles: ['officer', 'judge']
	});
	const [stored] = await sql`select password_hash, must_change_password from person where account = 'cheng.beichen'`;
	expect(stored).toMatchObject({
		must_change_password: true,
		password_hash: expect.stringMatching(/^\$argon2id\$/) as string
	});
});

test('no password and no token has found its way into the audit log', async () => {
	const token = await open(lin);
	const secrets = [PASSWORD, FRESH, '短口令', token];
	for (const secret of secrets) {
		expect(await sql`select 1 from audit_entry e where strpos(e::text, ${secret}) > 0`).toHaveLength(0);
	}
});
