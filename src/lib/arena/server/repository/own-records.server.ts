import { type SQL, sql } from 'drizzle-orm';
import { arenaAudienceVote, arenaBallot, arenaEvent, arenaHearing, arenaSeat } from '#db/schema/arena.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { SIDES } from '../../domain/bundle/side.ts';
import { BALLOT_KINDS, BALLOT_STATES } from '../../domain/hearing/ballot-record.ts';

const titleOf = (id: SQL) => sql<string>`(select h.title from arena_hearing h where h.id = ${id})`;

/** The log names seats: a person's are those of the seat since it was his. */
const whileSeated = (personId: string, seat: SQL, hearing: SQL, at: SQL) =>
	sql`exists (select 1 from arena_seat s where s.hearing_id = ${hearing} and s.seat_id = ${seat}
		and s.person_id = ${personId} and s.assigned_at <= ${at})`;

/** What hearings know of a person: seats, what was said and done from them, sheets as a judge, hearings organised. */
export const RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '庭审的席位', from: arenaSeat, by: arenaSeat.personId, newest: arenaSeat.assignedAt },
		show: { 庭审: titleOf(sql`arena_seat.hearing_id`), 席位: arenaSeat.seatId, 安排时间: arenaSeat.assignedAt }
	},
	{
		...{ title: '安排的席位', from: arenaSeat, by: arenaSeat.assignedBy, newest: arenaSeat.assignedAt },
		show: { 庭审: titleOf(sql`arena_seat.hearing_id`), 席位: arenaSeat.seatId, 安排时间: arenaSeat.assignedAt }
	},
	{
		...{ title: '组织的庭审', from: arenaHearing, by: arenaHearing.scheduledBy, newest: arenaHearing.scheduledAt },
		show: { 名称: arenaHearing.title, 开庭时间: arenaHearing.startsAt, 安排时间: arenaHearing.scheduledAt }
	},
	{
		...{ title: '观众票', from: arenaAudienceVote, by: arenaAudienceVote.personId, newest: arenaAudienceVote.at },
		show: {
			...{ 庭审: titleOf(sql`arena_audience_vote.hearing_id`), 投给: [arenaAudienceVote.side, SIDES] },
			时间: arenaAudienceVote.at
		}
	},
	{
		...{ title: '庭审中的言行', from: arenaEvent, newest: arenaEvent.at },
		of: (personId) =>
			whileSeated(
				personId,
				sql`arena_event.actor`,
				sql`arena_event.hearing_id`,
				sql`to_timestamp(arena_event.at / 1000.0)`
			),
		show: { 庭审: titleOf(sql`arena_event.hearing_id`), 序号: arenaEvent.seq, 内容: arenaEvent.body }
	},
	{
		...{ title: '庭审的评分表', from: arenaBallot, newest: arenaBallot.at },
		of: (personId) =>
			whileSeated(personId, sql`arena_ballot.seat_id`, sql`arena_ballot.hearing_id`, sql`arena_ballot.at`),
		show: {
			...{
				庭审: titleOf(sql`arena_ballot.hearing_id`),
				种类: [arenaBallot.kind, BALLOT_KINDS],
				一方: arenaBallot.side
			},
			...{ 版本: arenaBallot.version, 状态: [arenaBallot.state, BALLOT_STATES], 内容: arenaBallot.body },
			...{ 更正理由: arenaBallot.reason, 时间: arenaBallot.at }
		}
	}
];
