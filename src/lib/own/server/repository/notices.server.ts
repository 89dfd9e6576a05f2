import { statement } from '#db/connect.ts';
import type { NoticeRow } from '#lib/notices/domain/kinds.ts';

/** Own requests ($1) that somebody has answered since an instant ($2). */
export const readAnswers = statement<NoticeRow>(`
	select 'correction-answered' as kind, 1 as count, null::text as due, r.id::text as about,
		floor(extract(epoch from s.at) * 1000)::float8 as at, r.place as title
	from correction_request r join correction_step s on s.request_id = r.id
	where r.person_id = $1 and s.by <> $1 and s.at >= $2::timestamptz`);
