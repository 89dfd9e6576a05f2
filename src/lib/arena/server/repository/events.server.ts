import { type Db, statement } from '#db/connect.ts';
import { canonical } from '#lib/shared/canonical.ts';
import type { Audience, HearingEvent } from '../../domain/hearing/event.ts';

/** An event as it is stored and sent: nothing of it is written anew for anybody. */
export interface StoredEvent {
	readonly seq: number;
	readonly at: number;
	readonly actor: string;
	readonly audience: Audience;
	readonly body: string;
}

const after = statement<Omit<StoredEvent, 'at'> & { at: string | number }>(
	`select seq, at, actor, audience, body from arena_event where hearing_id = $1 and seq > $2 and seq <= $3 order by seq`
);

/** The events of a hearing after a number, up to another. */
export async function selectEvents(db: Db, hearingId: string, from: number, to = 2 ** 31 - 1): Promise<StoredEvent[]> {
	const rows = await after(db, [hearingId, from, to]);
	return rows.map((row) => ({ ...row, at: Number(row.at) }));
}

export const readBody = ({ body }: StoredEvent): HearingEvent => JSON.parse(body) as HearingEvent;

/** The channel on which nodes tell each other that a log has grown; the notice holds ids only. */
export const CHANNEL = 'arena_event';

const append = statement(
	`with given as (select * from jsonb_to_recordset($2::jsonb) as g(seq int, at bigint, actor text, audience text, body text)),
		moved as (update arena_hearing set head_seq = (select max(seq) from given), head_at = (select max(at) from given), stage = $5::text,
			published_at = coalesce(published_at, to_timestamp($6::bigint / 1000.0))
			where id = $1::uuid and head_seq = $7::int and cancelled_at is null returning id),
		added as (insert into arena_event (hearing_id, seq, at, actor, audience, body)
			select moved.id, seq, at, actor, audience, body from given, moved),
		answered as (insert into arena_command (hearing_id, client_key, digest, first_seq, last_seq)
			select id, $3::uuid, $4::text, (select min(seq) from given), (select max(seq) from given) from moved)
	select pg_notify('${CHANNEL}', id::text) from moved`
);

export interface Appended {
	/** Number of the event before the first of these. */
	readonly after: number;
	readonly events: readonly HearingEvent[];
	readonly clientKey: string;
	readonly digest: string;
	readonly stage: string | null;
	readonly publishedAt: number | null;
}

/**
 * Adds what a command came to, its answer and the new head, and tells the nodes: one statement, all of it or nothing.
 * @returns false when the log has grown in the meantime (or the hearing is cancelled): the command must be decided again
 */
export async function appendEvents(db: Db, hearingId: string, given: Appended): Promise<boolean> {
	const { after: head, events, clientKey, digest, stage, publishedAt } = given;
	const rows = events.map((event) => ({
		...{ seq: event.seq, at: event.at, actor: event.actor, audience: event.to, body: canonical(event) }
	}));
	const told = await append(db, [hearingId, JSON.stringify(rows), clientKey, digest, stage, publishedAt, head]);
	return told.length > 0;
}

/** Tells the nodes that whoever streams as this seat must look again: its holder has changed. */
export async function tellSeat(db: Db, hearingId: string, seatId: string): Promise<void> {
	await notify(db, [`${hearingId} ${seatId}`]);
}
const notify = statement(`select pg_notify('${CHANNEL}', $1::text)`);
