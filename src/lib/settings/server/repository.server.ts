import { and, asc, eq, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { settingChange, settingDecision } from '#db/schema/settings.ts';
import type { Change } from '../domain/change.ts';
import type { SettingValue } from '../domain/setting.ts';

const readInForce = statement<{ key: string; value: SettingValue; source: string | null; sourceOn: string | null }>(`
	select distinct on (c.key) c.key, c.value, c.source, c.source_on::text as "sourceOn"
	from setting_change c left join setting_decision d on d.key = c.key and d.number = c.number
	where not c.needs_second or d.verdict = 'confirmed'
	order by c.key, c.number desc`);

/** Of every setting that was ever changed: the value in force, and where a local figure stands. */
export const selectInForce = (db: Db) => readInForce(db, []);

export interface StoredChange extends Change {
	readonly key: string;
	readonly before: SettingValue;
	readonly reason: string;
	readonly changedAt: Date;
	readonly answer: string | null;
	readonly decidedBy: string | null;
	readonly decidedAt: Date | null;
}

/** Every change with what became of it, by number. @param key only of this setting */
export function selectChanges(db: Db, key?: string): Promise<StoredChange[]> {
	const { number, before, value, needsSecond, reason, source, sourceOn, changedBy, changedAt } = settingChange;
	return db
		.select({
			...{ key: settingChange.key, number, before, value, needsSecond, reason, source, sourceOn },
			...{ changedBy, changedAt, verdict: settingDecision.verdict, answer: settingDecision.reason },
			...{ decidedBy: settingDecision.decidedBy, decidedAt: settingDecision.decidedAt }
		})
		.from(settingChange)
		.leftJoin(settingDecision, and(eq(settingDecision.key, settingChange.key), eq(settingDecision.number, number)))
		.where(key === undefined ? undefined : eq(settingChange.key, key))
		.orderBy(asc(settingChange.key), asc(number));
}

/** Whoever changes a setting waits for whoever is changing it; held until the transaction ends. */
export async function lockSetting(db: Db, key: string): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`leitai:setting:${key}`}))`);
}

export async function insertChange(db: Db, row: typeof settingChange.$inferInsert): Promise<void> {
	await db.insert(settingChange).values(row);
}

export async function insertDecision(db: Db, row: typeof settingDecision.$inferInsert): Promise<void> {
	await db.insert(settingDecision).values(row);
}

const readWaiting = statement<{ count: number }>(`
	select count(*)::int as count from setting_change c where c.needs_second and c.changed_by <> $1
		and not exists (select 1 from setting_decision d where d.key = c.key and d.number = c.number)`);

/** How many changes of others than this person wait for a second one. */
export async function countWaiting(db: Db, personId: string): Promise<number> {
	const [row] = await readWaiting(db, [personId]);
	return row!.count;
}
