import { asc, desc, gt, lte, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { auditEntry, auditPurge, auditSeal } from '#db/schema/audit.ts';
import { BEFORE_FIRST, type ChainEnd, type Found, type Seal } from '../../domain/seal.ts';

/** Everything of an entry, by its own digest: jsonb writes the same value always the same way. */
const ROOT = sql`encode(sha256(string_agg(sha256(convert_to(json_build_array(e.number, e.id,
	(extract(epoch from e.at) * 1000000)::bigint, e.actor_id, e.use_case, e.subject, e.digest, e.detail, e.request_number)::text,
	'UTF8')), ''::bytea order by e.number)), 'hex')`;

/** The last number that was taken, and a transaction that began when it had been. */
export async function selectLastTaken(db: Db): Promise<{ number: number; since: string }> {
	const [taken] = await db.execute<{ number: string }>(
		sql`select case when is_called then last_value else 0 end as number from audit_entry_number`
	);
	const [own] = await db.execute<{ since: string }>(sql`select pg_current_xact_id()::text as since`);
	return { number: Number(taken!.number), since: own!.since };
}

/**
 * Whether every transaction of this database that began before this one has ended. Other databases of the server do not count:
 * a snapshot lists theirs as well, so whose they are is looked up by the lock that each holds on its own number.
 */
export async function areEarlierDone(db: Db, since: string): Promise<boolean> {
	const [row] = await db.execute<{ running: boolean }>(sql`
		select exists (select 1 from pg_snapshot_xip(pg_current_snapshot()) x
			join pg_locks l on l.locktype = 'transactionid' and l.granted and l.mode = 'ExclusiveLock'
				and l.transactionid::text::bigint = x::text::bigint % 4294967296
			left join pg_stat_activity a on a.pid = l.pid
			where x < ${since}::text::xid8 and coalesce(a.datname, current_database()) = current_database()) as running`);
	return !row!.running;
}

/** Whoever seals or purges waits for whoever is at it; held until the transaction ends. */
export async function lockSeals(db: Db): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext('leitai:audit-seals'))`);
}

export async function selectLastSeal(db: Db): Promise<Seal | null> {
	const [seal] = await db.select().from(auditSeal).orderBy(desc(auditSeal.number)).limit(1);
	return seal ?? null;
}

/** The next entries as a seal would say them; null = there is none. Entries above `after`, up to `upTo`, so many at most. */
export async function selectRun(db: Db, run: { after: number; upTo: number; most: number }) {
	const { after, upTo, most } = run;
	const [row] = await db.execute<{ entries: number; until: string; first: string; last: string; root: string }>(sql`
		select count(*)::int as entries, max(e.number) as until, ${ROOT} as root,
			(floor(extract(epoch from min(e.at)) * 1000))::bigint as first, (floor(extract(epoch from max(e.at)) * 1000))::bigint as last
		from (select * from audit_entry where number > ${after} and number <= ${upTo} order by number limit ${most}) e`);
	if (!row || row.entries === 0) return null;
	const { entries, root } = row;
	const [firstAt, lastAt] = [new Date(Number(row.first)), new Date(Number(row.last))];
	return { entries, root, untilNumber: Number(row.until), firstAt, lastAt };
}

export async function insertSeal(db: Db, seal: Seal): Promise<void> {
	await db.insert(auditSeal).values(seal);
}

const PAGE = 100;

/** Every seal in order with what is found now where it says its entries are, some at a time. */
export async function* walkSeals(db: Db): AsyncGenerator<{ seal: Seal; found: Found }> {
	let end: ChainEnd = BEFORE_FIRST;
	for (;;) {
		const seals: Seal[] = await db
			.select()
			.from(auditSeal)
			.where(gt(auditSeal.number, end.number))
			.orderBy(asc(auditSeal.number))
			.limit(PAGE);
		if (seals.length === 0) return;
		const rows = await db.execute<{ number: number; entries: number; root: string | null }>(sql`
			select s.number, r.entries, r.root from audit_seal s, lateral (
				select count(*)::int as entries, ${ROOT} as root from audit_entry e
				where e.number > s.from_number and e.number <= s.until_number) r
			where s.number between ${seals[0]!.number} and ${seals.at(-1)!.number}`);
		const found = new Map(rows.map((row) => [row.number, row]));
		for (const seal of seals) yield { seal, found: found.get(seal.number) ?? { entries: 0, root: null } };
		end = seals.at(-1)!;
	}
}

/** Entries behind the last seal, and the oldest of them by its number. */
export async function selectUnsealed(db: Db, after: number): Promise<{ count: number; oldest: Date | null }> {
	const [row] = await db.execute<{ count: number; oldest: string | null }>(sql`
		select count(*)::int as count, (floor(extract(epoch from min(at)) * 1000))::bigint as oldest
		from (select at from audit_entry where number > ${after} order by number limit 10000) e`);
	return { count: row!.count, oldest: row!.oldest === null ? null : new Date(Number(row!.oldest)) };
}

/** Entries that stand below the first that a seal covers: there is never one. */
export async function countBelow(db: Db): Promise<number> {
	const [row] = await db.execute<{ count: number }>(
		sql`select count(*)::int as count from audit_entry where number <= 0`
	);
	return row!.count;
}

export const selectPurges = (db: Db) => db.select().from(auditPurge).orderBy(asc(auditPurge.seal));

/** The last of the seals above `after`, so many at most, before the first that holds something as young as `cutoff`. */
export async function selectExpired(db: Db, run: { after: number; cutoff: Date; most: number }) {
	const { after, cutoff, most } = run;
	const [row] = await db.execute<{ seal: number; until: string; entries: number; last: string }>(sql`
		select max(number) as seal, max(until_number) as until, sum(entries)::int as entries,
			(floor(extract(epoch from max(last_at)) * 1000))::bigint as last
		from audit_seal where number > ${after} and number <= ${after + most}
			and number < (select coalesce(min(number), 2147483647) from audit_seal
				where number > ${after} and last_at >= ${cutoff.toISOString()})`);
	if (!row || row.seal === null) return null;
	return { seal: row.seal, untilNumber: Number(row.until), entries: row.entries, lastAt: new Date(Number(row.last)) };
}

export async function insertPurge(db: Db, row: typeof auditPurge.$inferInsert): Promise<void> {
	await db.insert(auditPurge).values(row);
}

export async function deleteEntries(db: Db, untilNumber: number): Promise<void> {
	await db.delete(auditEntry).where(lte(auditEntry.number, untilNumber));
}
