import { and, asc, count, eq, gte, lt, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { closedCycle, ledgerEntry, ledgerHead, tally } from '#db/schema/ranking.ts';
import { type ChainedEntry, EMPTY_HEAD, type Head, type NewEntry } from '../domain/entry.ts';
import type { Tally } from '../domain/tally.ts';

/** The end of an officer's chain, locked until the transaction ends; other officers do not wait. */
export async function lockHead(db: Db, officerId: string): Promise<Head> {
	const { seq, hash } = EMPTY_HEAD;
	await db.insert(ledgerHead).values({ officerId, seq, hash }).onConflictDoNothing();
	const [head] = await db
		.select({ seq: ledgerHead.seq, hash: ledgerHead.hash })
		.from(ledgerHead)
		.where(eq(ledgerHead.officerId, officerId))
		.for('update');
	return head!;
}

export async function appendEntry(db: Db, entry: NewEntry, chained: ChainedEntry, now: Date): Promise<void> {
	const { officerId, source, sourceId, day, unitId } = entry;
	const { seq, body, previousHash, hash } = chained;
	await db
		.insert(ledgerEntry)
		.values({ officerId, source, sourceId, day, unitId, seq, body, previousHash, hash, recordedAt: now });
	await db.update(ledgerHead).set({ seq, hash }).where(eq(ledgerHead.officerId, officerId));
}

export async function selectTally(db: Db, cycle: string, officerId: string): Promise<Tally | null> {
	const [row] = await db
		.select({ tally: tally.tally })
		.from(tally)
		.where(and(eq(tally.cycle, cycle), eq(tally.officerId, officerId)));
	return row?.tally ?? null;
}

export async function saveTally(db: Db, row: typeof tally.$inferInsert): Promise<void> {
	const { unitId, tally: value, standing } = row;
	await db
		.insert(tally)
		.values(row)
		.onConflictDoUpdate({ target: [tally.cycle, tally.officerId], set: { unitId, tally: value, standing } });
}

export function selectTallies(db: Db, cycle: string) {
	return db
		.select({ officerId: tally.officerId, unitId: tally.unitId, tally: tally.tally, standing: tally.standing })
		.from(tally)
		.where(eq(tally.cycle, cycle));
}

/** One officer's place in a month and, if wanted, in an earlier one, in one statement: 今日 shows both on the first days. */
export async function selectPlaces(db: Db, officerId: string, cycles: readonly [string, string | null]) {
	const [now, before] = await readPlaces(db, [officerId, ...cycles]);
	return [now!, before!] as const;
}

const readPlaces = statement<{ tally: Tally | null; ranked: number; above: number }>(`
	select mine.tally, others.ranked, others.above
	from (values (1, $2::text), (2, $3::text)) as wanted (place, cycle)
	left join tally mine on mine.cycle = wanted.cycle and mine.officer_id = $1
	cross join lateral (select count(*) filter (where t.standing >= 0)::int as ranked,
			count(*) filter (where t.standing > mine.standing)::int as above
		from tally t where t.cycle = wanted.cycle) others
	order by wanted.place`);

/** One officer's tallies of some months, oldest first. */
export function selectOwnTallies(db: Db, officerId: string, cycles: readonly string[]) {
	return readOwnTallies(db, [officerId, cycles.join(' ')]);
}

const readOwnTallies = statement<{ cycle: string; tally: Tally }>(`
	select cycle, tally from tally where officer_id = $1 and cycle = any(string_to_array($2, ' ')) order by cycle`);

/** The entry about one thing, with the corrections that followed it (`<id>#2`, …), oldest first. */
export function selectCorrectable(db: Db, one: Pick<NewEntry, 'officerId' | 'source' | 'sourceId'>) {
	const { officerId, source, sourceId, seq, body } = ledgerEntry;
	return db
		.select({ sourceId, body })
		.from(ledgerEntry)
		.where(
			and(
				...[eq(officerId, one.officerId), eq(source, one.source)],
				sql`split_part(${sourceId}, '#', 1) = ${one.sourceId}`
			)
		)
		.orderBy(asc(seq));
}

/** The entries of one officer and month, oldest first. */
export function selectEntries(db: Db, officerId: string, from: string, before: string) {
	return db
		.select()
		.from(ledgerEntry)
		.where(and(eq(ledgerEntry.officerId, officerId), gte(ledgerEntry.day, from), lt(ledgerEntry.day, before)))
		.orderBy(asc(ledgerEntry.seq));
}

/** All entries of a month, by officer and place in the chain. */
export function selectEntriesOf(db: Db, from: string, before: string) {
	return db
		.select()
		.from(ledgerEntry)
		.where(and(gte(ledgerEntry.day, from), lt(ledgerEntry.day, before)))
		.orderBy(asc(ledgerEntry.officerId), asc(ledgerEntry.seq));
}

export function selectHeads(db: Db) {
	return db.select().from(ledgerHead).orderBy(asc(ledgerHead.officerId));
}

export async function selectClosed(db: Db, cycle: string) {
	const [row] = await db.select().from(closedCycle).where(eq(closedCycle.cycle, cycle));
	return row ?? null;
}

/** What a page says of a closed month, without the board. */
export async function selectClosing(db: Db, cycle: string) {
	const { ruleVersion, closedAt, root } = closedCycle;
	const [row] = await db.select({ ruleVersion, closedAt, root }).from(closedCycle).where(eq(closedCycle.cycle, cycle));
	return row ?? null;
}

/** Closed months with the ends of all chains as they were published, oldest first. */
export function selectClosedHeads(db: Db) {
	const { cycle, root, heads } = closedCycle;
	return db.select({ cycle, root, heads }).from(closedCycle).orderBy(asc(cycle));
}

export async function selectClosedCycles(db: Db): Promise<string[]> {
	const rows = await db.select({ cycle: closedCycle.cycle }).from(closedCycle).orderBy(asc(closedCycle.cycle));
	return rows.map(({ cycle }) => cycle);
}

export async function insertClosed(db: Db, row: typeof closedCycle.$inferInsert): Promise<void> {
	await db.insert(closedCycle).values(row);
}

/** Months that have entries, newest first: from month to month along the index, however many officers each has. */
export async function selectCycles(db: Db): Promise<string[]> {
	const rows = await db.execute<{ cycle: string }>(sql`
		with recursive met (cycle) as (
			select max(cycle) from tally
			union all select (select max(t.cycle) from tally t where t.cycle < met.cycle) from met where met.cycle is not null
		) select cycle from met where cycle is not null`);
	return rows.map(({ cycle }) => cycle);
}

export async function countEntries(db: Db, before: string): Promise<number> {
	const [row] = await db.select({ count: count() }).from(ledgerEntry).where(lt(ledgerEntry.day, before));
	return row?.count ?? 0;
}

/** Keeps every other node from doing the same sweep at the same time; released with the transaction. */
export async function trySweepLock(db: Db, name: string): Promise<boolean> {
	const rows = await db.execute<{ locked: boolean }>(
		sql`select pg_try_advisory_xact_lock(hashtext(${name})) as locked`
	);
	return rows[0]?.locked === true;
}

/** Waits until no entry of a running transaction can still appear, then keeps new ones out until the transaction ends. */
export async function lockLedger(db: Db): Promise<void> {
	await db.execute(sql`lock table ${ledgerEntry} in share mode`);
}
