import { and, count, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { arenaAudienceVote, arenaHearing } from '#db/schema/arena.ts';
import type { Tally } from '../../domain/audience/audience.ts';
import type { Side } from '../../domain/bundle/side.ts';

/** Who votes: somebody of the bureau, or a browser without an account. */
export type Voter = { readonly personId: string } | { readonly deviceHash: string };

export interface VoteRow {
	readonly id: string;
	readonly hearingId: string;
	readonly voter: Voter;
	readonly side: Side;
	readonly at: Date;
}

const { hearingId: ofHearing, personId, deviceHash, side: ofSide } = arenaAudienceVote;

const isOf = (voter: Voter): SQL =>
	'personId' in voter ? eq(personId, voter.personId) : eq(deviceHash, voter.deviceHash);

/** Keeps a vote, or changes the one that is there; one statement, so that none slips in after the result. @returns false = published */
export async function saveVote(db: Db, { id, hearingId, voter, side, at }: VoteRow): Promise<boolean> {
	const [person, device] = 'personId' in voter ? [voter.personId, null] : [null, voter.deviceHash];
	const target = 'personId' in voter ? sql`(hearing_id, person_id)` : sql`(hearing_id, device_hash)`;
	const rows = await db.execute(
		sql`insert into ${arenaAudienceVote} (id, hearing_id, person_id, device_hash, side, at)
			select ${id}::uuid, h.id, ${person}::uuid, ${device}::text, ${side}, ${at.toISOString()}::timestamptz
			from ${arenaHearing} h where h.id = ${hearingId}::uuid and h.published_at is null and h.cancelled_at is null
			on conflict ${target} do update set side = excluded.side, at = excluded.at returning id`
	);
	return rows.length > 0;
}

export async function selectVote(db: Db, hearingId: string, voter: Voter): Promise<Side | null> {
	const [row] = await db
		.select({ side: ofSide })
		.from(arenaAudienceVote)
		.where(and(eq(ofHearing, hearingId), isOf(voter)));
	return row?.side ?? null;
}

export async function countVotes(db: Db, hearingId: string): Promise<Tally> {
	const rows = await db
		.select({ side: ofSide, votes: count() })
		.from(arenaAudienceVote)
		.where(eq(ofHearing, hearingId))
		.groupBy(ofSide);
	const of = (side: Side) => rows.find((row) => row.side === side)?.votes ?? 0;
	return { plaintiff: of('plaintiff'), defendant: of('defendant') };
}
