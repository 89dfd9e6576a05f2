import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { manuscriptVersion } from '#db/schema/studio.ts';
import type { VersionReason } from '../../domain/manuscript.ts';

export interface Kept {
	readonly reason: VersionReason;
	readonly by: string;
	readonly now: Date;
	/** Only when the last version is so old. */
	readonly ageSeconds?: number;
}

/** Keeps what a locked manuscript holds as a version, unless the last one says the same. @returns the number that now stands for it */
export async function keepVersion(db: Db, id: string, { reason, by, now, ageSeconds = 0 }: Kept): Promise<number> {
	const at = now.toISOString();
	const rows = await db.execute<{ number: number }>(sql`
		with last as (
			select number, fields, made_at from manuscript_version where manuscript_id = ${id} order by number desc limit 1
		), made as (
			insert into manuscript_version (manuscript_id, number, fields, reason, made_by, made_at)
			select m.id, coalesce(last.number, 0) + 1, m.fields, ${reason}, ${by}::uuid, ${at}::timestamptz
			from manuscript m left join last on true
			where m.id = ${id} and (last.number is null or (last.fields is distinct from m.fields
				and last.made_at <= ${at}::timestamptz - make_interval(secs => ${ageSeconds})))
			returning number
		)
		select coalesce((select number from made), (select number from last)) as number`);
	return rows[0]!.number;
}

/** Every version without its text, newest first. */
export function selectVersions(db: Db, id: string) {
	const { number, reason, madeBy, madeAt } = manuscriptVersion;
	return db
		.select({ number, reason, madeBy, madeAt })
		.from(manuscriptVersion)
		.where(eq(manuscriptVersion.manuscriptId, id))
		.orderBy(desc(number));
}

export async function selectVersion(db: Db, id: string, number: number) {
	const [row] = await db
		.select()
		.from(manuscriptVersion)
		.where(and(eq(manuscriptVersion.manuscriptId, id), eq(manuscriptVersion.number, number)));
	return row ?? null;
}
