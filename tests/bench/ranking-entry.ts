// The ledger at the size of a country, one step a process, so that each step's memory is its own: `node ranking-entry.js STEP [ENTRIES]`.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type postgres from 'postgres';
import { createSession } from '#lib/identity/server/sessions.server.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import { startClock } from '#lib/platform/clock.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { openDatabase } from '#lib/platform/database.server.ts';
import { openLog } from '#lib/platform/log.server.ts';
import { migrate } from '#lib/platform/migrate.server.ts';
import { previousCycle } from '#lib/ranking/domain/cycle.ts';
import { EMPTY_HEAD, type Fact, type NewEntry, bodyOf, cycleOf } from '#lib/ranking/domain/entry.ts';
import { type Rule, ruleOf } from '#lib/ranking/domain/rule.ts';
import { scoreOf, standingKey } from '#lib/ranking/domain/score.ts';
import { EMPTY_TALLY, type Tally, addEntry } from '#lib/ranking/domain/tally.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { computeCycle } from '#lib/ranking/server/use-cases/compute-cycle.server.ts';
import { currentRules } from '#lib/ranking/server/use-cases/current-rules.server.ts';
import { readBoard } from '#lib/ranking/server/use-cases/read-board.server.ts';
import { recordEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { readEnvironment } from '#lib/shared/environment.ts';
import { newId } from '#lib/shared/ids.ts';
import { seeded } from '#lib/shared/random.ts';
import { dayOf } from '#lib/shared/time.ts';

/** An officer's entries over the five months, as many as a good year of daily sets in a hurry. */
const EACH = 100;
const MONTHS = 5;
const FACTS = 10;
const PEOPLE_PER_UNIT = 30;
const TARGET_BYTES = 1 << 20;

type Step = (ctx: Ctx, sql: Sql, entries: number) => Promise<Record<string, number | string>>;
type Sql = postgres.Sql;

/** Lines for one COPY, handed over a megabyte at a time. */
class Copy {
	#lines = '';
	private constructor(private readonly stream: Writable) {}
	static async into(sql: Sql, columns: string): Promise<Copy> {
		return new Copy(await sql.unsafe(`copy ${columns} from stdin`).writable());
	}
	add(...fields: readonly (string | number)[]): void {
		this.#lines += `${fields.join('\t')}\n`;
	}
	get isFull(): boolean {
		return this.#lines.length > TARGET_BYTES;
	}
	async send(): Promise<void> {
		const piece = this.#lines;
		this.#lines = '';
		if (piece !== '' && !this.stream.write(piece)) await once(this.stream, 'drain');
	}
	async end(): Promise<void> {
		await this.send();
		this.stream.end();
		await once(this.stream, 'finish');
	}
}

interface Officer {
	readonly id: string;
	readonly unitId: string;
	seq: number;
	hash: string;
	/** By month. */
	readonly tallies: Map<string, Tally>;
}

/** Units and people; one of them can sign in by a session of `session`. */
async function fillPeople(ctx: Ctx, sql: Sql, count: number): Promise<Officer[]> {
	const now = ctx.now.toISOString();
	const [root, units] = [newId(ctx.now), Math.ceil(count / PEOPLE_PER_UNIT)];
	const unitIds = Array.from({ length: units }, () => newId(ctx.now));
	const rows = await Copy.into(sql, 'unit (id, parent_id, name, kind, path, created_at)');
	rows.add(root, '\\N', '测试省应急管理厅', 'bureau', `/${root}/`, now);
	for (const [at, id] of unitIds.entries()) rows.add(id, root, `第${at + 1}大队`, 'brigade', `/${root}/${id}/`, now);
	await rows.end();
	const officers = Array.from({ length: count }, (_, at): Officer => {
		return { id: newId(ctx.now), unitId: unitIds[at % units]!, seq: 0, hash: EMPTY_HEAD.hash, tallies: new Map() };
	});
	const people = await Copy.into(
		sql,
		'person (id, account, name, unit_id, joined_on, password_hash, must_change_password, created_at)'
	);
	for (const [at, { id, unitId }] of officers.entries()) {
		people.add(id, `officer.${at}`, `队员${at}`, unitId, '2020-07-01', 'none', 'f', now);
		if (people.isFull) await people.send();
	}
	await people.end();
	const grants = await Copy.into(sql, 'role_grant (id, person_id, role, unit_id, granted_at)');
	for (const { id, unitId } of officers) {
		grants.add(newId(ctx.now), id, 'officer', unitId, now);
		if (grants.isFull) await grants.send();
	}
	await grants.end();
	return officers;
}

/** The months that are filled, oldest first; the last one is running. */
function monthsUntil(today: string): string[] {
	const months = [cycleOf(today)];
	while (months.length < MONTHS) months.unshift(previousCycle(months[0]!));
	return months;
}

/** Days of a month on which there are entries: its first twenty, of the running one those that are over. */
function daysOf(month: string, today: string): string[] {
	const days = Array.from({ length: 20 }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
	const over = days.filter((day) => day <= today);
	return over.length > 0 ? over : [today];
}

const fill: Step = async (ctx, sql, entries) => {
	const began = performance.now();
	const rules = await currentRules(ctx);
	await sql`set session_replication_role = replica`;
	// Indexes are made at the end, as by a restore.
	await sql`alter table ledger_entry drop constraint ledger_entry_officer_id_seq_pk`;
	const indexes = await sql<{ name: string; text: string }[]>`select indexname as name, indexdef as text from pg_indexes
		where tablename = 'ledger_entry'`;
	for (const { name } of indexes) await sql.unsafe(`drop index "${name}"`);
	const officers = await fillPeople(ctx, sql, Math.max(1, Math.round(entries / EACH)));
	await fillEntries(sql, officers, { rules, today: dayOf(ctx.now) });
	await fillReadModels(sql, officers, rules);
	await sql`alter table ledger_entry add constraint ledger_entry_officer_id_seq_pk primary key (officer_id, seq)`;
	for (const { text } of indexes) await sql.unsafe(text);
	await sql`set session_replication_role = default`;
	await sql.unsafe('vacuum analyze');
	const [size] = await sql<{ bytes: string }[]>`select pg_total_relation_size('ledger_entry') as bytes`;
	return {
		officers: officers.length,
		seconds: (performance.now() - began) / 1000,
		gigabytes: Number(size!.bytes) / 1e9
	};
};

interface Filling {
	readonly rules: readonly Rule[];
	readonly today: string;
}

/** Day by day, everybody's entry of the day after everybody else's: as they lie when a year has been lived. */
async function fillEntries(sql: Sql, officers: readonly Officer[], { rules, today }: Filling): Promise<void> {
	const copy = await Copy.into(
		sql,
		'ledger_entry (officer_id, seq, source, source_id, day, unit_id, body, previous_hash, hash, recorded_at)'
	);
	const random = seeded(20261122);
	const perMonth = EACH / MONTHS;
	for (const month of monthsUntil(today)) {
		const rule = ruleOf(rules, month);
		const days = daysOf(month, today);
		for (let turn = 0; turn < perMonth; turn++) {
			const day = days[Math.floor((turn * days.length) / perMonth)]!;
			const at = new Date(`${day}T02:00:00Z`);
			for (const officer of officers) {
				addTo(copy, officer, { day, at, rule, random });
				if (copy.isFull) await copy.send();
			}
			process.stderr.write(`${month} ${turn + 1}/${perMonth}\r`);
		}
	}
	await copy.end();
}

interface Turn {
	readonly day: string;
	readonly at: Date;
	readonly rule: Rule;
	readonly random: () => number;
}

function addTo(copy: Copy, officer: Officer, { day, at, rule, random }: Turn): void {
	const facts = Array.from({ length: FACTS }, (): Fact => {
		const isOld = random() < 0.5;
		return {
			...{ daysSinceFirstSuccess: isOld ? 20 : null, daysSinceLast: isOld ? 15 : null },
			...{ mark: random() < 0.7 ? 100 : 50, subject: `item:made-${Math.floor(random() * 900)}@1`, wasDue: isOld }
		};
	});
	const { id: officerId, unitId } = officer;
	const entry: NewEntry = { officerId, unitId, source: 'daily-set', sourceId: newId(at), day, complete: true, facts };
	const seq = officer.seq + 1;
	const body = bodyOf(entry, seq, rule.version);
	const hash = createHash('sha256').update(officer.hash).update(body).digest('hex');
	copy.add(officerId, seq, entry.source, entry.sourceId, day, unitId, body, officer.hash, hash, at.toISOString());
	const month = cycleOf(day);
	officer.tallies.set(month, addEntry(officer.tallies.get(month) ?? EMPTY_TALLY, entry, rule));
	officer.seq = seq;
	officer.hash = hash;
}

async function fillReadModels(sql: Sql, officers: readonly Officer[], rules: readonly Rule[]): Promise<void> {
	const heads = await Copy.into(sql, 'ledger_head (officer_id, seq, hash)');
	for (const { id, seq, hash } of officers) {
		heads.add(id, seq, hash);
		if (heads.isFull) await heads.send();
	}
	await heads.end();
	const tallies = await Copy.into(sql, 'tally (cycle, officer_id, unit_id, tally, standing)');
	for (const { id, unitId, tallies: own } of officers) {
		for (const [cycle, tally] of own) {
			const rule = ruleOf(rules, cycle);
			tallies.add(cycle, id, unitId, JSON.stringify(tally), standingKey(scoreOf(tally, rule), rule));
		}
		if (tallies.isFull) await tallies.send();
	}
	await tallies.end();
}

const close: Step = async (ctx) => {
	const began = performance.now();
	const closed = await closeCycles(ctx);
	return { months: closed.length, seconds: (performance.now() - began) / 1000 };
};

const compute: Step = async (ctx) => {
	const cycle = previousCycle(cycleOf(dayOf(ctx.now)));
	const began = performance.now();
	const { board } = await computeCycle(ctx, cycle);
	return { seconds: (performance.now() - began) / 1000, officers: board.standings.length };
};

const verify: Step = async (ctx) => {
	const began = performance.now();
	const { entries, faults } = await verifyLedger(ctx);
	return { seconds: (performance.now() - began) / 1000, entries, faults: faults.length, first: faults[0] ?? '' };
};

/** An entry is recorded and the board read at once, by the same officer; twenty times. */
const visible: Step = async (ctx, sql) => {
	const [one] = await sql<{ id: string }[]>`select id from person where account = 'officer.0'`;
	const actor = await readActor(ctx, one!.id);
	const cycle = cycleOf(dayOf(ctx.now));
	const times: number[] = [];
	for (let turn = 0; turn < 20; turn++) {
		const fact: Fact = {
			subject: 'item:made-1@1',
			mark: 100,
			daysSinceLast: null,
			daysSinceFirstSuccess: null,
			wasDue: false
		};
		const entry: NewEntry = {
			...{
				officerId: actor.personId,
				unitId: actor.unitId,
				source: 'daily-set',
				sourceId: newId(ctx.now),
				complete: true
			},
			...{ day: dayOf(ctx.now), facts: [fact] }
		};
		const began = performance.now();
		await inTransaction(ctx, (inner) => recordEntry(inner, entry));
		const board = await readBoard({ ...ctx, actor }, cycle);
		times.push(performance.now() - began);
		if (!board.ok || board.value.me?.sets === undefined) throw new Error('the board does not know the officer');
	}
	return { slowest: Math.max(...times) / 1000 };
};

const session: Step = async (ctx, sql) => {
	const [one] = await sql<{ id: string }[]>`select id from person where account = 'officer.0'`;
	const { token } = await createSession(ctx.db, ctx.now, one!.id, { device: 'bench', address: '127.0.0.1' });
	return { token, cycle: previousCycle(cycleOf(dayOf(ctx.now))) };
};

const STEPS: Readonly<Record<string, Step>> = { fill, close, compute, verify, visible, session };

async function run(name: string, entries: number): Promise<void> {
	const step = STEPS[name];
	if (!step) throw new Error(`no step ${name}`);
	const database = await openDatabase(readEnvironment(process.env), () => {});
	// What is set for a session and COPY go through one connection.
	const sql = await database.sql.reserve();
	try {
		await migrate(database);
		const about = { actor: null, seed: 1, log: openLog('silent'), request: 'bench' };
		const ctx: Ctx = { db: database.db, now: startClock('')(), ...about };
		const told = await step(ctx, sql, entries);
		const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
		const megabytes = maxRSS / 1024;
		const cpu = (userCPUTime + systemCPUTime) / 1e6;
		process.stdout.write(`${JSON.stringify({ ...told, megabytes, cpu })}\n`);
	} finally {
		sql.release();
		await database.close();
	}
}

await run(process.argv[2] ?? '', Number(process.argv[3] ?? '0'));
