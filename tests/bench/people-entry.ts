// The register of a province, in a process of its own: fills it once, prints how long its pages take as one JSON document.
import type postgres from 'postgres';
import { readPeopleFilter } from '#lib/identity/domain/people-filter.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { type Actor, ROLES, type Role } from '#lib/identity/domain/roles.ts';
import { addPerson, addUnit } from '#lib/identity/server/use-cases/add-people.server.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import { listPeople, readUnitChoices } from '#lib/identity/server/use-cases/read-register.server.ts';
import { startClock } from '#lib/platform/clock.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { openDatabase } from '#lib/platform/database.server.ts';
import { openLog } from '#lib/platform/log.server.ts';
import { migrate } from '#lib/platform/migrate.server.ts';
import { readEnvironment } from '#lib/shared/environment.ts';

const UNITS = 400;
const ROUNDS = Number(process.argv[3] ?? 40);
const CHECKS = 200_000;

/** Units on three levels, people with names of a few thousand combinations, every third with a second role, certificates over four years. */
async function fill(ctx: Ctx, sql: postgres.Sql, people: number): Promise<string> {
	const root = await addUnit(ctx, null, '测试省应急管理厅', 'bureau');
	await sql`insert into unit (id, parent_id, name, kind, path, created_at)
		select id, ${root}, '第' || n || '大队', 'brigade', '/' || ${root} || '/' || id || '/', now()
		from (select n, gen_random_uuid() as id from generate_series(1, ${UNITS / 4}) n) s`;
	await sql`insert into unit (id, parent_id, name, kind, path, created_at)
		select id, parent, '第' || n || '中队', 'town', path || id || '/', now()
		from (select u.id as parent, u.path, n, gen_random_uuid() as id from unit u, generate_series(1, 3) n where u.kind = 'brigade') s`;
	await sql`insert into person (id, account, name, unit_id, certificate_number, certificate_expires_on, joined_on, password_hash,
			must_change_password, deactivated_at, created_at)
		select gen_random_uuid(), 'officer.' || n,
			substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许', 1 + n % 20, 1) || substr('明远知秋望舒听雨沉舟清嘉若谷临川长亭初霁', 1 + n * 7 % 19, 1 + n % 2),
			u.id, 'QL' || lpad(n::text, 8, '0'), date '2025-06-01' + (n * 37 % 1500), date '2010-01-01' + (n * 13 % 5800), 'none',
			n % 50 = 0, case when n % 11 = 0 then now() end, now()
		from generate_series(1, ${people}) n
		join (select id, row_number() over (order by id) as at, count(*) over () as all from unit) u on u.at = 1 + n % u.all`;
	await sql`insert into role_grant (id, person_id, role, unit_id, granted_at)
		select gen_random_uuid(), p.id, r.role, p.unit_id, now() from person p
		join (values ('officer', 1), ('trainer', 9), ('judge', 31)) r(role, each) on abs(hashtext(p.id::text)) % r.each = 0`;
	await sql`vacuum analyze`;
	const added = await addPerson(ctx, {
		...{ account: 'bench', name: '测试管理员', unitId: root, roles: ['administrator'], joinedOn: '2020-07-01' },
		...{ password: '测试用的长口令 2026', mustChangePassword: false }
	});
	if (!added.ok) throw new Error(added.refusal.message);
	return added.value;
}

/** What administrators look for, a province's worth of each. */
const QUESTIONS: readonly (readonly [name: string, query: string])[] = [
	['first page', ''],
	['last page', 'page=364'],
	['a name', 'q=周明'],
	['an account', 'q=officer.1999'],
	['a number that nobody has', 'q=QX404'],
	['certificates that end soon', 'certificate=soon&order=certificate'],
	['a role', 'role=judge'],
	['closed accounts', 'state=deactivated&order=joined'],
	['all by account', 'state=all&order=account&page=200']
];

async function measure(ctx: Ctx) {
	const filters = QUESTIONS.map(([name, query]) => {
		const parameters = new URLSearchParams(query);
		return { name, filter: readPeopleFilter((key) => parameters.get(key)) };
	});
	const units = await readUnitChoices(ctx);
	filters.push({ name: 'a brigade with its squads', filter: { ...filters[0]!.filter, unit: units[40]!.id } });
	const times = new Map(filters.map(({ name }) => [name, [] as number[]]));
	for (let round = -3; round < ROUNDS; round++) {
		for (const { name, filter } of filters) {
			const began = performance.now();
			await listPeople(ctx, filter);
			if (round >= 0) times.get(name)!.push(performance.now() - began);
		}
	}
	return Object.fromEntries(times);
}

/** Microseconds of one check by somebody with every role in another unit each. */
function measureCheck(actor: Actor): number {
	const grants = (Object.keys(ROLES) as Role[]).map((role, at) => ({ role, unitPath: `/root/unit-${at}/` }));
	const someone = { ...actor, grants };
	let allowed = 0;
	const began = performance.now();
	for (let turn = 0; turn < CHECKS; turn++) {
		const subject = { personId: 'someone', unitPath: `/root/unit-${turn % 9}/` };
		if (mayRun(someone, turn % 2 ? 'identity.managePeople' : 'ranking.readSubjects', subject)) allowed++;
	}
	if (allowed === 0 || allowed === CHECKS) throw new Error('the check says always the same');
	return ((performance.now() - began) / CHECKS) * 1000;
}

const environment = readEnvironment(process.env);
const database = await openDatabase(environment);
try {
	await migrate(database);
	const now = startClock('')();
	const ctx: Ctx = { db: database.db, now, actor: null, seed: 1, log: openLog('silent'), request: 'bench' };
	const [known] = await database.sql`select id from person where account = 'bench'`;
	const id =
		(known?.['id'] as string | undefined) ?? (await fill(ctx, database.sql, Number(process.argv[2] ?? 20_000)));
	const actor = await readActor(ctx, id);
	const [{ count } = { count: 0 }] = await database.sql<{ count: number }[]>`select count(*)::int as count from person`;
	const times = await measure({ ...ctx, actor });
	process.stdout.write(JSON.stringify({ people: count, times, check: measureCheck(actor) }));
} finally {
	await database.close();
}
