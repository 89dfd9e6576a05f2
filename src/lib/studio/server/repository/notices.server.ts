import { statement } from '#db/connect.ts';
import type { Act } from '../../domain/workflow.ts';

/** What others did since an instant ($2) with manuscripts that a person ($1) wrote in. */
export const readStepsOfOthers = statement<{ id: string; number: number; act: Act; title: string; at: number }>(`
	select m.id::text, s.number, s.act, m.title, floor(extract(epoch from s.at) * 1000)::float8 as at
	from manuscript_author a join manuscript m on m.id = a.manuscript_id join manuscript_step s on s.manuscript_id = m.id
	where a.person_id = $1 and s.person_id <> $1 and s.at >= $2::timestamptz
		and s.act in ('approve-internal', 'return-internal', 'approve-legal', 'return-legal', 'withdraw')`);
