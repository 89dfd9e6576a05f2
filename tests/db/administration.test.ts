import type { Actor, Role } from '#lib/identity/domain/roles.ts';
import { validateSession } from '#lib/identity/server/sessions.server.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import { addUnit } from '#lib/identity/server/use-cases/add-people.server.ts';
import { readActor, readHolders } from '#lib/identity/server/use-cases/directory.server.ts';
import { endGrant, grantRole } from '#lib/identity/server/use-cases/grant-roles.server.ts';
import * as units from '#lib/identity/server/use-cases/manage-units.server.ts';
import { applyMoves, transferPerson } from '#lib/identity/server/use-cases/move-people.server.ts';
import * as standing from '#lib/identity/server/use-cases/person-standing.server.ts';
import { readPeopleFilter } from '#lib/identity/domain/people-filter.ts';
import { readDutyRequests } from '#lib/identity/server/use-cases/read-duties.server.ts';
import { readPerson } from '#lib/identity/server/use-cases/read-person.server.ts';
import { listPeople, readUnitTree } from '#lib/identity/server/use-cases/read-register.server.ts';
import { recordLeave } from '#lib/identity/server/use-cases/record-leave.server.ts';
import { editPerson, registerPerson } from '#lib/identity/server/use-cases/register-people.server.ts';
import * as duties from '#lib/identity/server/use-cases/separated-duties.server.ts';
import { signIn } from '#lib/identity/server/use-cases/sign-in.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, instantOf } from '#lib/shared/time.ts';
import { describe, expect, test } from 'vitest';
import { administrationRows } from '../support/administration-rows.ts';
import { freshDatabase } from '../support/database.ts';
import { addActor, contextOf, makeBureau, MORNING, refusalOf, TODAY, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { bureau, brigade, town, lin, xu, wei, trainer, administrator: guan, auditor: yan } = await makeBureau(db);
const add = (account: string, name: string, unitId: string, ...roles: Role[]) =>
	addActor(db, { account, name, unitId, roles });
const supervisor = await add('mu.dudao', '穆督导', bureau, 'supervisor');
const townClerk = await add('he.zhenguan', '何镇管', town, 'administrator');
const as = (actor: Actor | null, now = MORNING) => contextOf(db, { actor, now });
const again = (actor: Actor) => readActor(as(null), actor.personId);
const filter = (query: string) => {
	const parameters = new URLSearchParams(query);
	return readPeopleFilter((name) => parameters.get(name));
};
const EVER = { fromOn: TODAY, untilOn: null, reason: '局务会议定' };
const auditOf = async (useCase: string, id: string) =>
	(
		await sql`select detail from audit_entry where use_case = ${useCase} and subject like ${`%${id}`} order by at, id`
	).map(({ detail }) => detail as Record<string, unknown>);
const sheetOf = async (actor: Actor) => (await readPerson(as(guan), actor.personId)).sheet;
const SHEET = { certificateNumber: '', certificateExpiresOn: null, joinedOn: '2026-11-20' };
const register = (name: string, account: string, unitId = brigade, roles: Role[] = ['officer'], id = newId(MORNING)) =>
	registerPerson(as(guan), { id, unitId, roles, sheet: { ...SHEET, name, account } });

describe('who may do what about whom', () => {
	const rows = Object.entries(administrationRows(lin));
	const others: Actor[] = [lin, trainer, yan, supervisor, townClerk];
	test.each(rows)('%s: the administrator of the unit, and nobody else', async (name, run) => {
		await expect(Promise.resolve(run(as(guan)))).resolves.toBeDefined();
		const readsOwnUnits = ['readUnitTree', 'readUnitChoices', 'listPeople'];
		for (const actor of [null, ...others]) {
			if (actor === townClerk && readsOwnUnits.includes(name)) continue;
			const outcome = Promise.resolve().then(() => run(as(actor)));
			if (actor === townClerk && name === 'readUnit') expect(refusalOf((await outcome) as never).code).toBe('no-unit');
			else await expect(outcome, actor?.name).rejects.toBeInstanceOf(NotAllowed);
		}
	});

	test('the administrator of a town sees and touches the town only', async () => {
		const seen = await listPeople(as(townClerk), filter(''));
		expect(seen.people.map(({ unitName }) => unitName)).toEqual(Array(seen.count).fill('白渡镇应急管理办公室'));
		expect((await readUnitTree(as(townClerk))).map(({ id }) => id)).toEqual([town]);
		const to = { unitId: brigade, movedOn: TODAY, reason: '借调' };
		await expect(transferPerson(as(townClerk), xu.personId, to)).rejects.toBeInstanceOf(NotAllowed);
		const wanted = { role: 'judge' as const, unitId: bureau, ...EVER };
		await expect(grantRole(as(townClerk), xu.personId, wanted)).rejects.toBeInstanceOf(NotAllowed);
		// What hangs on the bureau is the bureau's to move or to end.
		await expect(units.closeUnit(as(townClerk), town, '合并')).rejects.toBeInstanceOf(NotAllowed);
	});

	test('requests are decided by administrators, supervisors and auditors', async () => {
		for (const actor of [guan, supervisor, yan]) expect(await readDutyRequests(as(actor))).toBeDefined();
		for (const actor of [null, lin, trainer]) {
			await expect(readDutyRequests(as(actor))).rejects.toBeInstanceOf(NotAllowed);
			const decided = duties.decideDuty(as(actor), newId(MORNING), { decision: 'confirmed', reason: '' });
			await expect(decided).rejects.toBeInstanceOf(NotAllowed);
		}
	});
});

describe('the tree of units', () => {
	test('a squad is set up, renamed, moved with what is below it, closed and opened again; every step is told', async () => {
		const squad = valueOf(
			await units.addSubunit(as(guan), brigade, { name: '一中队', kind: 'brigade', reason: '编办文件' })
		);
		const post = valueOf(await units.addSubunit(as(guan), squad, { name: '东站', kind: 'brigade', reason: '' }));
		expect(
			refusalOf(await units.addSubunit(as(guan), brigade, { name: ' 一中队 ', kind: 'town', reason: '' })).field
		).toBe('name');
		valueOf(await units.renameUnit(as(guan), squad, '直属一中队', '更名'));
		expect(refusalOf(await units.moveUnit(as(guan), squad, post, '')).code).toBe('cycle');
		const someone = valueOf(await register('东一', 'dong.yi', post)).id;
		valueOf(await units.moveUnit(as(guan), squad, town, '下沉'));
		const paths = await sql`select id, path from unit where id in (${squad}, ${post}) order by length(path)`;
		expect(paths.map(({ path }) => path as string)).toEqual([
			`/${bureau}/${town}/${squad}/`,
			`/${bureau}/${town}/${squad}/${post}/`
		]);
		// Whoever administers the town administers them now, and nobody else had to be told.
		expect(await readPerson(as(townClerk), someone)).toMatchObject({ unitName: '东站' });
		expect(refusalOf(await units.closeUnit(as(guan), squad, '撤')).code).toBe('has-units');
		expect(refusalOf(await units.closeUnit(as(guan), post, '撤')).code).toBe('has-people');
		valueOf(await standing.deactivatePerson(as(guan), someone, '退休'));
		valueOf(await units.closeUnit(as(guan), post, '撤站'));
		expect(refusalOf(await register('东二', 'dong.er', post)).code).toBe('closed');
		valueOf(await units.reopenUnit(as(guan), post, '恢复'));
		const told = await sql`select kind from unit_change where unit_id in (${squad}, ${post}) order by at, id`;
		expect(told.map(({ kind }) => kind as string)).toEqual([
			'added',
			'added',
			'renamed',
			'moved',
			'closed',
			'reopened'
		]);
		expect((await auditOf('identity.manageUnits', squad)).map(({ before, after }) => [before, after])).toEqual([
			['', '综合行政执法大队 ／ 一中队'],
			['一中队', '直属一中队'],
			['综合行政执法大队', '白渡镇应急管理办公室']
		]);
		await expect(sql`update unit_change set reason = ''`).rejects.toThrow(/append-only/);
	});

	test('two moves at once never make a circle', async () => {
		const [a, b] = await Promise.all([
			addUnit(as(null), bureau, '甲站', 'town'),
			addUnit(as(null), bureau, '乙站', 'town')
		]);
		const done = await Promise.all([units.moveUnit(as(guan), a, b, ''), units.moveUnit(as(guan), b, a, '')]);
		expect(done.filter(({ ok }) => ok)).toHaveLength(1);
		const rows = await sql`select u.path, p.path as parent from unit u join unit p on p.id = u.parent_id`;
		for (const { path, parent } of rows) expect(path).toMatch(new RegExp(`^${parent}[^/]+/$`));
	});

	test('nobody arrives in a unit that is being closed', async () => {
		for (let round = 0; round < 4; round++) {
			const unit = await addUnit(as(null), bureau, `临时站${round}`, 'town');
			const [closed, made] = await Promise.all([
				units.closeUnit(as(guan), unit, '撤站'),
				register(`临时${round}`, `lin.shi${round}`, unit)
			]);
			expect([closed.ok, made.ok].filter(Boolean)).toHaveLength(1);
		}
	});
});

describe('a person', () => {
	test('is entered with a first password that opens one door: the change of it', async () => {
		const id = newId(MORNING);
		const { password } = valueOf(await register('秦新', 'Qin.Xin', brigade, ['officer', 'judge'], id));
		expect(refusalOf(await register('秦新', 'qin.xin', brigade, ['officer'], id)).code).toBe('already-made');
		expect(refusalOf(await register('秦二', 'qin.xin')).field).toBe('account');
		expect(refusalOf(await register('秦三', 'qin.san', brigade, ['auditor'])).code).toBe('separate');
		const opened = valueOf(await signIn(as(null), { account: 'qin.xin', password, device: 'd', address: '10.0.0.1' }));
		const { actor } = (await validateSession(db, MORNING, opened.token))!;
		expect(actor).toMatchObject({ name: '秦新', mustChangePassword: true, certificateExpiresOn: null });
		expect(actor.grants.map(({ role }) => role).sort()).toEqual(['judge', 'officer']);
		const rows = await sql`select distinct granted_by from role_grant where person_id = ${id}`;
		expect(rows.map((row) => row['granted_by'] as string)).toEqual([guan.personId]);
		expect(JSON.stringify(await sql`select * from audit_entry`)).not.toContain(password);
	});

	test('is set right, and an edit over an edit that was not seen is refused', async () => {
		const { seen } = await readPerson(as(guan), wei.personId);
		const before = await sheetOf(wei);
		const sheet = { ...before, certificateNumber: 'QL-9', certificateExpiresOn: '2026-12-31' };
		valueOf(await editPerson(as(guan), wei.personId, { sheet, seen }));
		// Sent twice is done once; something else over it is not.
		valueOf(await editPerson(as(guan), wei.personId, { sheet, seen }));
		expect(refusalOf(await editPerson(as(guan), wei.personId, { sheet: before, seen })).code).toBe('changed');
		expect(await auditOf('identity.editPerson', wei.personId)).toEqual([
			{
				before: { certificateNumber: '', certificateExpiresOn: null },
				after: { certificateNumber: 'QL-9', certificateExpiresOn: '2026-12-31' }
			}
		]);
		const other = await readPerson(as(guan), xu.personId);
		const taken = { sheet: { ...other.sheet, certificateNumber: 'QL-9' }, seen: other.seen };
		expect(refusalOf(await editPerson(as(guan), xu.personId, taken)).message).toBe('这个证号已登记在韦小满名下。');
	});

	test('is found by name, account and number, by unit, role, state and certificate', async () => {
		const found = async (query: string) => (await listPeople(as(guan), filter(query))).people.map(({ name }) => name);
		expect(await found('q=小满')).toEqual(['韦小满']);
		expect(await found('q=WEI.XIAO')).toEqual(['韦小满']);
		expect(await found('q=QL-9')).toEqual(['韦小满']);
		expect(await found('q=%25')).toEqual([]);
		expect(await found('certificate=soon')).toEqual(['韦小满']);
		expect(await found('role=trainer')).toEqual(['方砚秋', '梁若川']);
		expect(await found(`role=trainer&unit=${town}`)).toEqual(['方砚秋']);
		expect(await found('state=first-password&q=秦')).toEqual(['秦新']);
		const all = await listPeople(as(guan), filter('state=all'));
		expect(all.count).toBe((await found('state=active')).length + (await found('state=deactivated')).length);
		// 沈 has two readings, and releases of ICU differ in which comes first.
		const sorted = all.people.map(({ name }) => name).filter((name) => !name.startsWith('沈'));
		expect(sorted).toEqual([...sorted].sort(new Intl.Collator('zh').compare));
	});

	test('moves today or on a later day; ordinary roles for the unit go along, points stay', async () => {
		const mover = await add('yi.dong', '易动', town, 'officer');
		valueOf(await grantRole(as(guan), mover.personId, { role: 'judge', unitId: bureau, ...EVER }));
		const later = { unitId: brigade, movedOn: addDays(TODAY, 10), reason: '调令' };
		valueOf(await transferPerson(as(guan), mover.personId, later));
		expect(refusalOf(await transferPerson(as(guan), mover.personId, { ...later, movedOn: TODAY })).code).toBe(
			'waiting'
		);
		expect(await applyMoves(as(null))).toBe(0);
		expect((await again(mover)).unitId).toBe(town);
		const then = as(null, instantOf(addDays(TODAY, 10), '00:05'));
		expect((await Promise.all([applyMoves(then), applyMoves(then)])).sort()).toEqual([0, 1]);
		const moved = await readActor(then, mover.personId);
		expect(moved.unitId).toBe(brigade);
		expect(moved.grants.map(({ role, unitPath }) => [role, unitPath]).sort()).toEqual([
			['judge', `/${bureau}/`],
			['officer', `/${bureau}/${brigade}/`]
		]);
		expect((await readPerson(as(guan), mover.personId)).moves).toMatchObject([
			{ fromName: '白渡镇应急管理办公室', toName: '综合行政执法大队', isWaiting: false }
		]);
	});

	test('is away for some days, once', async () => {
		const days = { kind: 'leave' as const, fromOn: TODAY, untilOn: addDays(TODAY, 4) };
		valueOf(await recordLeave(as(guan), lin.personId, days));
		valueOf(await recordLeave(as(guan), lin.personId, days));
		expect(refusalOf(await recordLeave(as(guan), lin.personId, { ...days, kind: 'other' })).code).toBe('overlaps');
		expect((await listPeople(as(guan), filter('state=away'))).people.map(({ name }) => name)).toEqual(['林岳']);
	});
});

describe('roles', () => {
	test('count from their first day to their last, and nobody gives any to himself', async () => {
		const week = {
			role: 'trainer' as const,
			unitId: brigade,
			fromOn: addDays(TODAY, 1),
			untilOn: addDays(TODAY, 7),
			reason: ''
		};
		valueOf(await grantRole(as(guan), lin.personId, week));
		const trains = async (day: string) =>
			(await readHolders(as(null, instantOf(day, '08:00')), ['trainer'])).some(({ id }) => id === lin.personId);
		const days = [0, 1, 7, 8].map((later) => addDays(TODAY, later));
		expect(await Promise.all(days.map(trains))).toEqual([false, true, true, false]);
		const roles = async (day: string) => (await readActor(as(null, instantOf(day)), lin.personId)).grants.length;
		expect(await Promise.all(days.map(roles))).toEqual([1, 2, 2, 1]);
		expect(refusalOf(await grantRole(as(guan), lin.personId, week)).code).toBe('held');
		expect(refusalOf(await grantRole(as(guan), guan.personId, week)).code).toBe('oneself');
		expect(refusalOf(await grantRole(as(guan), lin.personId, { ...week, role: 'auditor' })).code).toBe('second-person');
		const { open } = (await readPerson(as(guan), lin.personId)).grants;
		const grant = open.find(({ label }) => label === '教员')!;
		valueOf(await endGrant(as(guan), lin.personId, grant.id, { untilOn: null, reason: '不用了' }));
		const { ended } = (await readPerson(as(guan), lin.personId)).grants;
		expect(ended).toMatchObject([{ label: '教员', endReason: '不用了' }]);
		expect(await auditOf('identity.grantRoles', lin.personId)).toHaveLength(2);
	});
});
