import { statement } from '#db/connect.ts';
import type { NoticeRow } from '#lib/notices/domain/kinds.ts';

const NONE = `null::text as about, null::float8 as at, null::text as title`;
const GOES_ON = 'h.cancelled_at is null and h.published_at is null';

/** $1 person · $2 news since · $3 and $4 hearings from and until when. A hearing with one seat more is one hearing. */
export const readHearingNotices = statement<NoticeRow>(`
	select 'hearing' as kind, count(distinct h.id)::int as count,
		(min(h.starts_at) at time zone 'Asia/Shanghai')::date::text as due, ${NONE}
	from arena_seat s join arena_hearing h on h.id = s.hearing_id
	where s.person_id = $1 and ${GOES_ON} and h.starts_at >= $3::timestamptz and h.starts_at < $4::timestamptz
	union all
	select 'ballot', count(*)::int, null::text, ${NONE}
	from arena_seat s join arena_hearing h on h.id = s.hearing_id
	join arena_ballot b on b.hearing_id = s.hearing_id and b.seat_id = s.seat_id
	where s.person_id = $1 and ${GOES_ON} and b.state <> 'confirmed' and not exists (select 1 from arena_ballot n
		where n.hearing_id = b.hearing_id and n.seat_id = b.seat_id and n.kind = b.kind and n.side = b.side and n.version > b.version)
	union all
	select distinct on (h.id) 'hearing-result', 1, null::text, h.id::text,
		floor(extract(epoch from h.published_at) * 1000)::float8, h.title
	from arena_seat s join arena_hearing h on h.id = s.hearing_id
	where s.person_id = $1 and h.published_at >= $2::timestamptz`);
