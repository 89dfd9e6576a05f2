import { statement } from '#db/connect.ts';
import type { Decision } from '../../domain/commentary/moderation.ts';

/** $1 person · $2 news since · $3 whether the person decides about comments */
export const readCommentaryNotices = statement<{
	comments: number;
	actions: number;
	actionDue: string | null;
	decided: { meeting: string; comment: string; number: number; decision: Decision; text: string; at: number }[];
}>(`
	select (select count(*)::int from commentary_comment c
			where $3::boolean and c.author_id <> $1
				and not exists (select 1 from commentary_decision d where d.comment_id = c.id)
				and (select s.state from commentary_step s where s.meeting_id = c.meeting_id order by s.number desc limit 1)
					in ('planned', 'open', 'held')) as comments,
		(select count(*)::int from commentary_action a where a.owner_id = $1 and a.done_at is null) as actions,
		(select min(due_on)::text from commentary_action a where a.owner_id = $1 and a.done_at is null) as "actionDue",
		coalesce((select json_agg(n) from (
			select c.meeting_id as meeting, c.id as comment, d.number, d.decision, left(c.text, 24) as text,
				floor(extract(epoch from d.at) * 1000)::float8 as at
			from commentary_comment c join commentary_decision d on d.comment_id = c.id
			where c.author_id = $1 and d.by <> $1 and d.at >= $2::timestamptz
		) n), '[]') as decided`);
