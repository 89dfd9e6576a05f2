import { fromBase32 } from '#lib/identity/domain/base32.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { codeAt, stepAt } from '#lib/identity/domain/totp.ts';
import { createSession, validateSession } from '#lib/identity/server/sessions.server.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import { finishSignIn } from '#lib/identity/server/use-cases/finish-sign-in.server.ts';
import * as own from '#lib/identity/server/use-cases/own-factor.server.ts';
import { readFactorHolders, resetFactor } from '#lib/identity/server/use-cases/reset-factor.server.ts';
import { signIn } from '#lib/identity/server/use-cases/sign-in.server.ts';
import { changeSetting, decideSetting } from '#lib/settings/server/use-cases/change-setting.server.ts';
import { keepSecretKey } from '#lib/platform/secret-box.server.ts';
import { afterEach, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { addActor, contextOf, makeBureau, MORNING, PASSWORD, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase(12);
const { bureau, brigade, town, lin, wei, administrator, auditor } = await makeBureau(db);
const supervisor = await addActor(db, { account: 'du.cha', name: '杜察', unitId: bureau, roles: ['supervisor'] });

/** Half minutes after the morning: one step of the authenticator program each. */
const at = (halves: number) => new Date(MORNING.getTime() + halves * 30_000);
const as = (actor: Actor | null, halves = 0) => contextOf(db, { actor, now: at(halves) });
const enter = (account: string, halves = 0) =>
	signIn(as(null, halves), { account, password: PASSWORD, device: 'Firefox', address: '10.1.0.9' });
const finish = (token: string, code: string, halves = 0) => finishSignIn(as(null, halves), token, code);
const isOpen = async (token: string, halves = 0) => (await validateSession(db, at(halves), token)) !== null;

/** Takes up a second factor at that time. */
async function enrol(actor: Actor, halves = 0) {
	const token = (await createSession(db, at(halves), actor.personId, { device: 'Firefox', address: '10.1.0.9' })).token;
	valueOf(await own.beginFactor(as(actor, halves)));
	const { key } = (await own.readOwnFactor(as(actor, halves))).pending!;
	const codeOf = (when: number) => codeAt(fromBase32(key), stepAt(at(when)));
	const codes = valueOf(await own.confirmFactor(as(actor, halves), codeOf(halves), token));
	return { key, codes, codeOf, token };
}
let people = 0;
/** Somebody of whom no other test knows. */
const newcomer = () => addActor(db, { account: `officer.${++people}`, name: `队员${people}`, unitId: brigade });
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

afterEach(() => keepSecretKey(''));

test('a key asks for nothing until a code proves that it arrived; then ten codes are shown once', async () => {
	const actor = await newcomer();
	const [mine, phone] = [0, 1].map(() => createSession(db, MORNING, actor.personId, { device: 'x', address: 'y' }));
	const tokens = { mine: (await mine!).token, phone: (await phone!).token };
	expect(refusalOf(await own.confirmFactor(as(actor), '123456', tokens.mine)).code).toBe('not-begun');
	valueOf(await own.beginFactor(as(actor)));
	const first = (await own.readOwnFactor(as(actor))).pending!;
	valueOf(await own.beginFactor(as(actor)));
	const { key, address } = (await own.readOwnFactor(as(actor))).pending!;
	expect(key).not.toBe(first.key);
	expect(address).toContain(`secret=${key}`);
	expect(valueOf(await enter(actor.account)).step).toBe('in');

	const code = codeAt(fromBase32(key), stepAt(MORNING));
	expect(refusalOf(await own.confirmFactor(as(actor), wrongOf(code), tokens.mine))).toEqual({
		...{ code: 'wrong-code', message: '验证码不对，或者已经用过。', field: 'code' }
	});
	expect(valueOf(await enter(actor.account)).step).toBe('in');
	const codes = valueOf(await own.confirmFactor(as(actor), code, tokens.mine));
	expect(new Set(codes).size).toBe(10);
	expect([await isOpen(tokens.mine), await isOpen(tokens.phone)]).toEqual([true, false]);
	expect(await own.readOwnFactor(as(actor))).toMatchObject({ pending: null, codesLeft: 10, since: '2026-11-20' });
	expect(refusalOf(await own.beginFactor(as(actor))).code).toBe('on-already');
	expect(refusalOf(await own.confirmFactor(as(actor), code, tokens.mine)).code).toBe('on-already');

	const [kept] =
		await sql`select string_agg(r::text, '') as codes from recovery_code r where person_id = ${actor.personId}`;
	const [said] = await sql`select string_agg(a::text, '') as audit from audit_entry a`;
	for (const secret of [...codes, key]) expect(`${kept!.codes} ${said!.audit}`).not.toContain(secret);
});

test('after the password half a session, which opens nothing; after the code a whole one', async () => {
	const actor = await newcomer();
	const { codeOf } = await enrol(actor);
	const half = valueOf(await enter(actor.account, 1));
	expect(half).toMatchObject({ step: 'code', maxAge: 300 });
	expect(await isOpen(half.token, 1)).toBe(false);
	expect(refusalOf(await finish('', codeOf(1), 1)).code).toBe('expired');
	expect(refusalOf(await finish('x'.repeat(43), codeOf(1), 1)).code).toBe('expired');
	const whole = valueOf(await finish(half.token, ` ${codeOf(1).slice(0, 3)} ${codeOf(1).slice(3)}`, 1));
	expect(whole.step).toBe('in');
	expect(await validateSession(db, at(1), whole.token)).toMatchObject({ actor: { account: actor.account } });
	expect(refusalOf(await finish(half.token, codeOf(2), 2)).code, 'a half session opens once').toBe('expired');
	const rows = await sql`select detail from audit_entry where use_case = 'identity.signIn'
		and subject = ${`person:${actor.personId}`} order by id`;
	expect(rows.map(({ detail }) => detail as object)).toEqual([
		{ step: 'first', by: 'password', device: 'Firefox', address: '10.1.0.9' },
		{ device: 'Firefox', address: '10.1.0.9', second: 'totp' }
	]);
});

test('the telephone may be half a minute off, either way, and no code opens twice', async () => {
	const actor = await newcomer();
	const { codeOf } = await enrol(actor);
	const tryAt = async (code: string, halves: number) =>
		finish(valueOf(await enter(actor.account, halves)).token, code, halves);
	expect(refusalOf(await tryAt(codeOf(0), 0)).code, 'it was spent when it was confirmed').toBe('wrong-code');
	expect(refusalOf(await tryAt(codeOf(8), 10)).code).toBe('wrong-code');
	expect(refusalOf(await tryAt(codeOf(12), 10)).code).toBe('wrong-code');
	expect((await tryAt(codeOf(9), 10)).ok).toBe(true);
	expect((await tryAt(codeOf(11), 10)).ok).toBe(true);
	expect(refusalOf(await tryAt(codeOf(10), 10)).code, 'earlier than one that was used').toBe('wrong-code');

	const halves = await Promise.all(Array.from({ length: 6 }, () => enter(actor.account, 20)));
	const both = await Promise.all(halves.map((half) => finish(valueOf(half).token, codeOf(20), 20)));
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('guesses that arrive together wait for one another: five are answered, then the account waits', async () => {
	const actor = await newcomer();
	const { codeOf } = await enrol(actor);
	const { token } = valueOf(await enter(actor.account, 4));
	const right = codeOf(4);
	const guesses = Array.from({ length: 30 }, (_, n) => String((Number(right) + 7 + n) % 1_000_000).padStart(6, '0'));
	const answers = await Promise.all(guesses.map((guess) => finish(token, guess, 4)));
	const codes = answers.map((one) => refusalOf(one).code);
	expect([
		codes.filter((one) => one === 'wrong-code').length,
		codes.filter((one) => one === 'throttled').length
	]).toEqual([5, 25]);
	expect(refusalOf(await finish(token, right, 4)).message).toBe('失败次数过多，请在 15 秒后再试。');
	expect((await finish(token, codeOf(5), 5)).ok).toBe(true);
	expect(refusalOf(await finish(valueOf(await enter(actor.account, 5)).token, '000000', 5)).code).toBe('wrong-code');
});

test('half a session lasts five minutes, not a moment longer, and ends with the account', async () => {
	const actor = await newcomer();
	const { codeOf } = await enrol(actor);
	const late = valueOf(await enter(actor.account, 1)).token;
	expect(refusalOf(await finish(late, codeOf(11), 11)).code).toBe('expired');
	const other = valueOf(await enter(actor.account, 20)).token;
	await sql`update person set deactivated_at = now() where id = ${actor.personId}`;
	expect(refusalOf(await finish(other, codeOf(20), 20)).code).toBe('expired');
});

test('a recovery code opens once, however it is typed, and nobody else’s', async () => {
	const [actor, other] = [await newcomer(), await newcomer()];
	const { codes } = await enrol(actor);
	const { codes: others } = await enrol(other);
	const tryCode = async (code: string) => finish(valueOf(await enter(actor.account, 2)).token, code, 2);
	expect(refusalOf(await tryCode(others[0]!)).code).toBe('wrong-code');
	expect((await tryCode(codes[0]!.toLowerCase().replaceAll('-', ' '))).ok).toBe(true);
	expect(refusalOf(await tryCode(codes[0]!)).code).toBe('wrong-code');
	const twice = [valueOf(await enter(actor.account, 2)).token, valueOf(await enter(actor.account, 2)).token];
	const both = await Promise.all(twice.map((token) => finish(token, codes[1]!, 2)));
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	expect((await own.readOwnFactor(as(actor, 2))).codesLeft).toBe(8);

	const fresh = valueOf(await own.renewRecoveryCodes(as(actor, 2), codes[2]!));
	expect((await own.readOwnFactor(as(actor, 2))).codesLeft).toBe(10);
	expect(refusalOf(await tryCode(codes[3]!)).code).toBe('wrong-code');
	expect((await tryCode(fresh[0]!)).ok).toBe(true);
});

test('switching off takes the password and a code', async () => {
	const actor = await newcomer();
	const { codeOf } = await enrol(actor);
	expect(refusalOf(await own.switchOffFactor(as(actor, 2), '不是这个口令', codeOf(2)))).toMatchObject({
		field: 'password'
	});
	expect(refusalOf(await own.switchOffFactor(as(actor, 2), PASSWORD, codeOf(0)))).toMatchObject({ field: 'code' });
	expect(valueOf(await enter(actor.account, 2)).step).toBe('code');
	valueOf(await own.switchOffFactor(as(actor, 2), PASSWORD, codeOf(2)));
	expect(valueOf(await enter(actor.account, 2)).step).toBe('in');
	expect(refusalOf(await own.switchOffFactor(as(actor, 2), PASSWORD, codeOf(3))).code).toBe('not-on');
	expect((await own.readOwnFactor(as(actor, 2))).codesLeft).toBe(0);
});

test('an administrator of the unit takes it away with a reason; the person is told before anything else', async () => {
	const { codes } = await enrol(lin);
	await enrol(administrator);
	const townAdministrator = await addActor(db, {
		account: 'qian.ling',
		name: '钱令',
		unitId: town,
		roles: ['administrator']
	});
	const listed = (await readFactorHolders(as(administrator))).holders;
	expect(listed.find(({ id }) => id === lin.personId)).toMatchObject({
		since: '2026-11-20',
		codesLeft: 10,
		mayReset: true
	});
	expect(listed.find(({ id }) => id === administrator.personId)).toMatchObject({ isOwn: true, mayReset: false });
	expect(listed.find(({ id }) => id === townAdministrator.personId)).toMatchObject({ since: null, mayReset: false });

	const reason = '本人持执法证到办公室，当面核对';
	await expect(resetFactor(as(townAdministrator), lin.personId, reason)).rejects.toBeInstanceOf(NotAllowed);
	for (const actor of [lin, auditor, null])
		await expect(resetFactor(as(actor), lin.personId, reason)).rejects.toBeInstanceOf(NotAllowed);
	expect(refusalOf(await resetFactor(as(administrator), administrator.personId, reason)).code).toBe('own');
	expect(refusalOf(await resetFactor(as(administrator), 'nobody', reason)).code).toBe('no-person');
	expect(refusalOf(await resetFactor(as(administrator), wei.personId, reason)).code).toBe('not-on');
	expect(refusalOf(await resetFactor(as(administrator), lin.personId, ' 好 '))).toMatchObject({ field: 'reason' });
	const half = valueOf(await enter(lin.account, 2)).token;
	valueOf(await resetFactor(as(administrator), lin.personId, reason));
	expect(refusalOf(await finish(half, codes[0]!, 2)).code, 'what was half open is gone').toBe('expired');

	expect(valueOf(await enter(lin.account, 2))).toMatchObject({ step: 'in', hasNews: true });
	expect((await own.readOwnFactor(as(lin))).resets).toEqual([{ by: '管子渊', at: '2026-11-20 09:00', reason }]);
	await own.acknowledgeReset(as(lin));
	expect(valueOf(await enter(lin.account, 2)).hasNews).toBe(false);
	const [said] = await sql`select actor_id, subject, detail from audit_entry where use_case = 'identity.resetFactor'`;
	expect(said).toEqual({ actor_id: administrator.personId, subject: `person:${lin.personId}`, detail: { reason } });
});

test('with a secret key what is stored opens with that key only; recovery codes work without it', async () => {
	const actor = await newcomer();
	keepSecretKey('x9XbPqk0mP0m3W4mZ4cN3o0mV1b2n3m4');
	const { key, codes, codeOf } = await enrol(actor);
	const stored = async () =>
		(await sql`select key from second_factor where person_id = ${actor.personId}`)[0]!['key'] as string;
	expect(await stored()).toMatch(/^sealed:/);
	expect(await stored()).not.toContain(key);
	const tryCode = async (code: string, halves: number) =>
		finish(valueOf(await enter(actor.account, halves)).token, code, halves);
	expect((await tryCode(codeOf(2), 2)).ok).toBe(true);
	keepSecretKey('another key, as long as the first');
	expect(refusalOf(await tryCode(codeOf(4), 4)).code).toBe('wrong-code');
	expect((await tryCode(codes[0]!, 4)).ok).toBe(true);

	keepSecretKey('');
	const before = await newcomer();
	const open = await enrol(before);
	keepSecretKey('x9XbPqk0mP0m3W4mZ4cN3o0mV1b2n3m4');
	const half = valueOf(await enter(before.account, 2)).token;
	expect((await finish(half, open.codeOf(2), 2)).ok).toBe(true);
	const [row] = await sql`select key from second_factor where person_id = ${before.personId}`;
	expect(row!['key'], 'sealed with its next use').toMatch(/^sealed:/);
});

test('the office may ask it of administrators, who then do nothing else first, or not use it at all', async () => {
	const set = async (value: string, seen: number) => {
		const change = { value, reason: '局务会定的。', seen, source: '', sourceOn: '' };
		const number = valueOf(await changeSetting(as(administrator), 'identity.second-factor', change));
		valueOf(
			await decideSetting(as(supervisor), 'identity.second-factor', { number, verdict: 'confirmed', reason: '' })
		);
		return number;
	};
	const second = await addActor(db, { account: 'tong.guan', name: '佟管', unitId: brigade, roles: ['administrator'] });
	const officer = await newcomer();
	const openFor = async (actor: Actor) =>
		(await createSession(db, MORNING, actor.personId, { device: 'Firefox', address: '10.1.0.9' })).token;
	const mustEnrol = async (token: string) => (await validateSession(db, MORNING, token))!.mustEnrol;
	const [theirs, hers] = [await openFor(second), await openFor(officer)];
	expect([await mustEnrol(theirs), await mustEnrol(hers)]).toEqual([false, false]);
	const first = await set('required', 0);
	expect([await mustEnrol(theirs), await mustEnrol(hers)]).toEqual([true, false]);
	const { token, codes, codeOf } = await enrol(second);
	expect(await mustEnrol(token)).toBe(false);
	expect(refusalOf(await own.switchOffFactor(as(second, 2), PASSWORD, codeOf(2))).code).toBe('required');
	expect((await own.readOwnFactor(as(second, 2))).isRequired).toBe(true);

	const last = await set('off', first);
	expect(valueOf(await enter(second.account, 4)).step, 'nobody is asked for a code').toBe('in');
	expect(refusalOf(await own.beginFactor(as(officer))).code).toBe('off');
	await set('optional', last);
	const half = valueOf(await enter(second.account, 4));
	expect(half.step, 'whoever had one has it still').toBe('code');
	expect((await finish(half.token, codes[0]!, 4)).ok).toBe(true);
});
