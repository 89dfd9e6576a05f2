import { connect } from '#db/connect.ts';
import type { Actor, Role } from '#lib/identity/domain/roles.ts';
import { keepRecentSessions } from '#lib/identity/server/recent-sessions.server.ts';
import { createSession, validateSession } from '#lib/identity/server/sessions.server.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import * as standing from '#lib/identity/server/use-cases/person-standing.server.ts';
import { readDutyRequests } from '#lib/identity/server/use-cases/read-duties.server.ts';
import { readPerson } from '#lib/identity/server/use-cases/read-person.server.ts';
import { editPerson } from '#lib/identity/server/use-cases/register-people.server.ts';
import * as duties from '#lib/identity/server/use-cases/separated-duties.server.ts';
import { signIn } from '#lib/identity/server/use-cases/sign-in.server.ts';
import { addDays, instantOf } from '#lib/shared/time.ts';
import { describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { addActor, contextOf, makeBureau, MORNING, refusalOf, TODAY, valueOf } from '../support/people.ts';

const { db, sql, address } = await freshDatabase();
const { bureau, town, lin, xu, wei, trainer, administrator: guan, auditor: yan } = await makeBureau(db);
const add = (account: string, name: string, unitId: string, ...roles: Role[]) =>
	addActor(db, { account, name, unitId, roles });
const supervisor = await add('mu.dudao', '穆督导', bureau, 'supervisor');
const townClerk = await add('he.zhenguan', '何镇管', town, 'administrator');
const as = (actor: Actor | null, now = MORNING) => contextOf(db, { actor, now });
const again = (actor: Actor) => readActor(as(null), actor.personId);
const EVER = { fromOn: TODAY, untilOn: null, reason: '局务会议定' };
const auditOf = async (useCase: string, id: string) =>
	(
		await sql`select detail from audit_entry where use_case = ${useCase} and subject like ${`%${id}`} order by at, id`
	).map(({ detail }) => detail as Record<string, unknown>);

describe('separated duties', () => {
	const ask = (personId: string, role: Role) =>
		duties.requestGrant(as(guan), personId, { role, unitId: bureau, ...EVER });
	const confirm = { decision: 'confirmed' as const, reason: '' };
	const hasDuty = async (actor: Actor, role: Role) => (await again(actor)).grants.some((one) => one.role === role);

	test('nothing counts before a second person says so, and never whoever asked or whom it is about', async () => {
		const id = valueOf(await ask(trainer.personId, 'supervisor'));
		expect(refusalOf(await ask(trainer.personId, 'supervisor')).code).toBe('waiting');
		expect(await hasDuty(trainer, 'supervisor')).toBe(false);
		expect(refusalOf(await duties.decideDuty(as(guan), id, confirm)).code).toBe('own-request');
		// There is a supervisor, so the auditor is not asked.
		expect(refusalOf(await duties.decideDuty(as(yan), id, confirm)).code).toBe('not-second');
		expect(refusalOf(await duties.decideDuty(as(supervisor), id, { decision: 'rejected', reason: '' })).field).toBe(
			'reason'
		);
		expect((await readDutyRequests(as(supervisor))).open).toMatchObject([{ what: '授予督导', mayDecide: true }]);
		valueOf(await duties.decideDuty(as(supervisor), id, confirm));
		expect(await hasDuty(trainer, 'supervisor')).toBe(true);
		expect(refusalOf(await duties.decideDuty(as(supervisor), id, confirm)).code).toBe('already-decided');
		expect(refusalOf(await ask(trainer.personId, 'auditor')).code).toBe('separate-duties');
	});

	test('a request that nobody decides in a week is void and makes room', async () => {
		const id = valueOf(await ask(wei.personId, 'auditor'));
		const late = instantOf(addDays(TODAY, 7), '09:00');
		expect(refusalOf(await duties.decideDuty(as(supervisor, late), id, confirm)).code).toBe('expired');
		const anew = { role: 'auditor' as const, unitId: bureau, ...EVER, fromOn: addDays(TODAY, 7) };
		const second = valueOf(await duties.requestGrant(as(guan, late), wei.personId, anew));
		valueOf(await duties.decideDuty(as(guan, late), second, { decision: 'withdrawn', reason: '' }));
		expect(
			(await sql`select verdict from duty_request where person_id = ${wei.personId} order by requested_at`).map(
				({ verdict }) => verdict as string
			)
		).toEqual(['expired', 'withdrawn']);
	});

	test('whoever holds a duty is neither closed out nor given a new password by one person alone', async () => {
		for (const act of [
			standing.deactivatePerson(as(guan), yan.personId, '换人'),
			standing.resetPassword(as(guan), yan.personId)
		]) {
			expect(refusalOf(await act).code).toBe('second-person');
		}
		// A provider would open the auditor's account to whoever has its name there.
		const { sheet, seen } = await readPerson(as(guan), yan.personId);
		const renamed = editPerson(as(guan), yan.personId, { sheet: { ...sheet, account: 'yan.er' }, seen });
		expect(refusalOf(await renamed)).toMatchObject({ code: 'duty', field: 'account' });
		const asked = { kind: 'reset-password' as const, reason: '忘记密码' };
		const id = valueOf(await duties.requestAccount(as(guan), yan.personId, asked));
		const { slip } = valueOf(await duties.decideDuty(as(supervisor), id, confirm));
		expect(slip).toMatchObject({ name: '严守正', account: 'yan.shouzheng' });
		expect(await again(yan)).toMatchObject({ mustChangePassword: true });
	});

	test('two confirmations at once, on two nodes: one counts', async () => {
		const second = await add('mu.er', '穆二', bureau, 'supervisor');
		const other = connect({ ...address }, 2);
		try {
			for (const round of [1, 2, 3]) {
				const someone = await add(`hou.${round}`, `候选${round}`, bureau, 'officer');
				const id = valueOf(await ask(someone.personId, 'supervisor'));
				const done = await Promise.all([
					duties.decideDuty(as(supervisor), id, confirm),
					duties.decideDuty(contextOf(other.db, { actor: second }), id, confirm)
				]);
				expect(done.filter(({ ok }) => ok)).toHaveLength(1);
				expect(refusalOf(done.find(({ ok }) => !ok)!).code).toBe('already-decided');
				const held = await sql`select id from role_grant where person_id = ${someone.personId} and role = 'supervisor'`;
				expect(held).toHaveLength(1);
			}
		} finally {
			await other.close();
		}
	});

	test('asking twice at once leaves one request', async () => {
		const asked = await Promise.all([ask(lin.personId, 'supervisor'), ask(lin.personId, 'auditor')]);
		expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
		const id = asked.flatMap((one) => (one.ok ? [one.value] : []))[0]!;
		// A confirmation races with taking the request back: one of them stands.
		const done = await Promise.all([
			duties.decideDuty(as(supervisor), id, confirm),
			duties.decideDuty(as(guan), id, { decision: 'withdrawn', reason: '' })
		]);
		expect(done.filter(({ ok }) => ok)).toHaveLength(1);
	});
});

test('the last administrator of the bureau stays', async () => {
	// guan is the only one again.
	const asker = townClerk;
	await sql`update role_grant set unit_id = ${bureau} where person_id = ${asker.personId}`;
	const now = await again(asker);
	const { grants } = await readPerson(as(now), guan.personId);
	const grant = grants.open.find(({ label }) => label === '系统管理员')!;
	await sql`update role_grant set until_on = ${addDays(TODAY, 5)} where person_id = ${asker.personId}`;
	const id = valueOf(await duties.requestEnd(as(now), guan.personId, grant.id, { untilOn: null, reason: '轮岗' }));
	const decided = await duties.decideDuty(as(supervisor), id, { decision: 'confirmed', reason: '' });
	expect(refusalOf(decided).code).toBe('last-administrator');
});

test('a closed account is out at once, on every node', async () => {
	await keepRecentSessions(async (channel, heard, begun) => {
		await sql.listen(channel, heard, begun);
	});
	const { token } = await createSession(db, MORNING, xu.personId, { device: 'd', address: 'a' });
	expect(await validateSession(db, MORNING, token)).not.toBeNull();
	valueOf(await standing.deactivatePerson(as(guan), xu.personId, '调离'));
	// On the node that did it, with its answer; on the others as soon as they are told.
	expect(await validateSession(db, MORNING, token)).toBeNull();
	valueOf(await standing.reactivatePerson(as(guan), xu.personId, '回来了'));
	const { token: fresh } = await createSession(db, MORNING, xu.personId, { device: 'd', address: 'a' });
	expect(await validateSession(db, MORNING, fresh)).not.toBeNull();
	const other = connect({ ...address }, 1);
	await other.sql`update person set deactivated_at = now() where id = ${xu.personId}`;
	await vi.waitFor(async () => expect(await validateSession(db, MORNING, fresh)).toBeNull());
	await other.close();
	expect((await auditOf('identity.deactivatePerson', xu.personId))[0]).toMatchObject({
		before: 'active',
		reason: '调离'
	});
	const outcome = await signIn(as(null), { account: xu.account, password: 'x', device: 'd', address: 'a' });
	expect(refusalOf(outcome).code).toBe('wrong');
});
