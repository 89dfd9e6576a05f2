// The audit log at size, in a process of its own: `node audit-entry.js ENTRIES`. Fills what is missing and prints one JSON document.
import { readQuery } from '#lib/audit/domain/log-query.ts';
import { sealLog } from '#lib/audit/server/use-cases/seal-log.server.ts';
import { searchLog } from '#lib/audit/server/use-cases/search-log.server.ts';
import { verifyLog } from '#lib/audit/server/use-cases/verify-log.server.ts';
import { addPerson, addUnit } from '#lib/identity/server/use-cases/add-people.server.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { startClock } from '#lib/platform/clock.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { openDatabase } from '#lib/platform/database.server.ts';
import { openLog } from '#lib/platform/log.server.ts';
import { migrate } from '#lib/platform/migrate.server.ts';
import { readEnvironment } from '#lib/shared/environment.ts';
import type postgres from 'postgres';

const PEOPLE = 120;
const ROUNDS = 100;
const WARM = 5;
const wanted = Number(process.argv[2]);
const database = await openDatabase(readEnvironment(process.env));
await migrate(database);
const now = startClock('')();
const ctx: Ctx = { db: database.db, now, actor: null, seed: 1, log: openLog('silent'), request: 'bench' };

async function makePeople(): Promise<string[]> {
	const known = await database.sql<{ id: string }[]>`select id from person order by account`;
	if (known.length > 0) return known.map(({ id }) => id);
	const unitId = await addUnit(ctx, null, '审计局', 'bureau');
	const ids: string[] = [];
	for (let n = 0; n < PEOPLE; n++) {
		const role = n === 0 ? ('auditor' as const) : ('officer' as const);
		const who = { account: `person.${String(n).padStart(3, '0')}`, name: `人员${n}`, unitId, roles: [role] };
		const made = await addPerson(ctx, {
			...who,
			password: '青岚山下有条河 2026',
			mustChangePassword: true,
			joinedOn: '2020-01-01'
		});
		if (!made.ok) throw new Error(made.refusal.message);
		ids.push(made.value);
	}
	return ids;
}

/** Like a busy office over two years: few people and rooms do most, some subjects come again and again. */
async function fill(sql: postgres.Sql, people: readonly string[]): Promise<number> {
	const [row] = await sql<{ count: number }[]>`select count(*)::int as count from audit_entry`;
	const missing = wanted - row!.count;
	if (missing <= 0) return 0;
	const began = performance.now();
	await sql`insert into audit_entry (id, at, actor_id, use_case, subject, digest, detail, request_number)
		select gen_random_uuid(), ${now.toISOString()}::timestamptz - (${missing}::int - n) * interval '60 seconds',
			(${people}::uuid[])[1 + floor(power(random(), 2) * ${people.length})::int],
			(array['identity.signIn', 'identity.signIn', 'identity.signIn', 'studio.actOnManuscript', 'drafting.giveMark',
				'arena.organise', 'law.importTexts', 'identity.changePerson', 'ranking.readSubjects', 'settings.change'])[1 + floor(power(random(), 1.5) * 10)::int],
			case when random() < 0.7 then 'person:' || (${people}::uuid[])[1 + floor(random() * ${people.length})::int]
				else 'manuscript:' || gen_random_uuid() end,
			md5(n::text), jsonb_build_object('before', jsonb_build_object('name', '旧名' || n % 1000), 'after', jsonb_build_object('name',
				'新名' || n % 997), 'reason', '按第' || n % 89 || '次局务会的意见改', 'address', '10.1.' || n % 251 || '.' || n % 241),
			substr(md5(n::text), 1, 8)
		from generate_series(1, ${missing}::int) n`;
	await sql`vacuum analyze audit_entry`;
	return (performance.now() - began) / 1000;
}

const people = await makePeople();
const fillSeconds = await fill(database.sql, people);
const sealBegan = performance.now();
const seals = await sealLog(ctx);
const sealSeconds = (performance.now() - sealBegan) / 1000;

const auditor = { ...ctx, actor: await readActor(ctx, people[0]!) };
const QUERIES: Record<string, (turn: number) => string> = {
	'newest 最近的': () => '',
	'actor 人员': (turn) => `who=person.${String(turn % PEOPLE).padStart(3, '0')}`,
	'room 事项': (turn) => `room=${['settings', 'law', 'identity', 'studio'][turn % 4]}`,
	'subject 对象': (turn) => `subject=person:${people[turn % PEOPLE]}`,
	'period 时间': (turn) => `from=2025-0${1 + (turn % 9)}-01&until=2025-0${1 + (turn % 9)}-20`,
	'actor+room+period 合起来': (turn) =>
		`who=person.0${10 + (turn % 80)}&room=settings&from=2025-01-01&until=2025-12-31`,
	'text 文字': (turn) => `text=${encodeURIComponent(`第${turn % 89}次局务会`)}`,
	'text not there 没有的文字': () => `text=${encodeURIComponent('没有这样的话')}`,
	'text of one actor 某人的文字': (turn) =>
		`who=person.${String(turn % PEOPLE).padStart(3, '0')}&text=${encodeURIComponent('旧名77')}`
};
const searches = [];
for (const [name, addressOf] of Object.entries(QUERIES)) {
	const times: number[] = [];
	for (let turn = 0; turn < ROUNDS + WARM; turn++) {
		const query = readQuery(new URLSearchParams(addressOf(turn)));
		const began = performance.now();
		await searchLog(auditor, query);
		if (turn >= WARM) times.push(performance.now() - began);
	}
	times.sort((left, right) => left - right);
	searches.push({ name, p50: times[ROUNDS / 2]!, p95: times[Math.floor(ROUNDS * 0.95)]! });
}
const verifyBegan = performance.now();
const { entries, faults } = await verifyLog(ctx);
const verifySeconds = (performance.now() - verifyBegan) / 1000;
if (faults.length > 0) throw new Error(`the log of the bench is not sound: ${faults[0]}`);
const writeBegan = performance.now();
for (let n = 0; n < 1000; n++)
	await inTransaction(auditor, (inner) => recordAudit(inner, 'bench.write', 'bench:one', { n }));
const writeMillis = (performance.now() - writeBegan) / 1000;
await database.close();
console.log(JSON.stringify({ entries, fillSeconds, seals, sealSeconds, searches, verifySeconds, writeMillis }));
process.exit(0);
