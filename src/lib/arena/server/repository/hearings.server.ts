import { and, asc, eq, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { arenaHearing } from '#db/schema/arena.ts';
import type { HearingFrame } from '../../domain/hearing/case-file.ts';

export type HearingRow = typeof arenaHearing.$inferSelect;

export async function insertHearing(db: Db, row: typeof arenaHearing.$inferInsert): Promise<void> {
	await db.insert(arenaHearing).values(row);
}

export async function selectHearing(db: Db, id: string): Promise<HearingRow | null> {
	const [row] = await db.select().from(arenaHearing).where(eq(arenaHearing.id, id));
	return row ?? null;
}

/** Every hearing without its frame, the next one first. */
export function selectHearings(db: Db) {
	return db.select(LISTED).from(arenaHearing).orderBy(asc(arenaHearing.startsAt));
}
const LISTED = {
	...{ id: arenaHearing.id, title: arenaHearing.title, mode: arenaHearing.mode },
	...{ bundleId: arenaHearing.bundleId, procedureId: arenaHearing.procedureId, startsAt: arenaHearing.startsAt },
	...{ isPublic: arenaHearing.isPublic, stage: arenaHearing.stage, headSeq: arenaHearing.headSeq },
	...{ publishedAt: arenaHearing.publishedAt, cancelledAt: arenaHearing.cancelledAt }
};

/** Hearings in which papers come in: the case is handed out, nobody sits in court yet, for all that the row tells. */
export async function selectOnPaper(db: Db): Promise<string[]> {
	const rows = await db
		.select({ id: arenaHearing.id })
		.from(arenaHearing)
		.where(
			sql`${arenaHearing.stage} is not null and ${arenaHearing.publishedAt} is null and ${arenaHearing.cancelledAt} is null`
		);
	return rows.map(({ id }) => id);
}

/** @returns false when it has begun, or is cancelled already */
export async function cancelHearing(db: Db, id: string, at: Date): Promise<boolean> {
	const rows = await db
		.update(arenaHearing)
		.set({ cancelledAt: at })
		.where(
			and(eq(arenaHearing.id, id), sql`${arenaHearing.cancelledAt} is null and ${arenaHearing.publishedAt} is null`)
		)
		.returning({ id: arenaHearing.id });
	return rows.length > 0;
}

export interface Head {
	readonly headSeq: number;
	readonly headAt: number;
	readonly isCancelled: boolean;
	/** Only for whoever does not know it yet: it never changes. */
	readonly frame: HearingFrame | null;
	/** The answer that a command with this key had: the digest of the command, and the events it came to. */
	readonly digest: string | null;
	readonly first: number | null;
	readonly last: number | null;
}

const before = statement<Omit<Head, 'headAt'> & { headAt: string | number }>(
	`select h.head_seq as "headSeq", h.head_at as "headAt", h.cancelled_at is not null as "isCancelled",
		case when $3::boolean then h.frame end as frame, c.digest, c.first_seq as first, c.last_seq as last
	from arena_hearing h left join arena_command c on c.hearing_id = h.id and c.client_key = $2::uuid where h.id = $1::uuid`
);

/** Where a log stands before a command, and whether the command has been done already. */
export async function selectBefore(
	db: Db,
	hearingId: string,
	clientKey: string,
	withFrame: boolean
): Promise<Head | null> {
	const [row] = await before(db, [hearingId, clientKey, withFrame]);
	return row ? { ...row, headAt: Number(row.headAt) } : null;
}

const head = statement<{ headSeq: number; frame: HearingFrame | null }>(
	`select head_seq as "headSeq", case when $2::boolean then frame end as frame from arena_hearing where id = $1::uuid`
);

/** How far a log has grown; with the frame for whoever does not know it yet. */
export async function selectHead(db: Db, hearingId: string, withFrame: boolean) {
	const [row] = await head(db, [hearingId, withFrame]);
	return row ?? null;
}
