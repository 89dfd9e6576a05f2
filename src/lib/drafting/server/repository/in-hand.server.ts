import { type Db, statement } from '#db/connect.ts';

const RECENT = 3;

/** Open drafts and reviews, and the newest drafts handed in with the combined mark where there is one; last touched first. */
export function selectInHand(db: Db, officerId: string) {
	return readInHand(db, [officerId]);
}

const readInHand = statement<{
	what: 'draft' | 'submission' | 'review';
	/** Of the draft; of a review, of the file. */
	id: string;
	taskId: string;
	title: string;
	at: string;
	mark: number | null;
}>(`
	with own as (
		(select 'draft' as what, d.id::text, d.piece_kind as kind, d.task_id as piece, d.task_version as version, d.saved_at as at
			from draft d where d.officer_id = $1 and d.submitted_at is null)
		union all
		(select 'submission', d.id::text, d.piece_kind, d.task_id, d.task_version, d.submitted_at
			from draft d where d.officer_id = $1 and d.submitted_at is not null
			order by d.submitted_at desc limit ${RECENT})
		union all
		(select 'review', a.piece_id, a.piece_kind, a.piece_id, a.piece_version, a.started_at
			from review_attempt a where a.officer_id = $1 and a.handed_in_at is null)
	)
	select o.what, o.id, o.piece as "taskId", v.title, o.at::text as at, (select r.mark::float8 from marking_result r
		where o.what = 'submission' and r.draft_id::text = o.id order by r.number desc limit 1) as mark
	from own o
	join drafting_piece_version v on v.kind = o.kind and v.id = o.piece and v.version = o.version
	order by o.at desc`);
