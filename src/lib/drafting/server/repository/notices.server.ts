import { statement } from '#db/connect.ts';
import type { NoticeRow } from '#lib/notices/domain/kinds.ts';

const waits = (kind: string, due = 'null::text') =>
	`select '${kind}' as kind, count(*)::int as count, ${due} as due, null::text as about, null::float8 as at, null::text as title`;
const happened = (kind: string, about: string, at: string) =>
	`select '${kind}', 1, null, ${about}, floor(extract(epoch from ${at}) * 1000)::float8, v.title`;
const OWN_DRAFT = `join draft d on d.id = r.draft_id
	join drafting_piece_version v on v.kind = d.piece_kind and v.id = d.task_id and v.version = d.task_version`;

/**
 * What waits for somebody in this room and what happened to own documents. $1 person · $2 news since · $3 the unit for which
 * the person answers, or null · $4 whether the person organises panels
 */
export const readDraftingNotices = statement<NoticeRow>(`
	${waits('mark')} from marking where marker_id = $1 and given_at is null and recused_at is null
	union all
	${waits('panel-sheet')} from panel_sheet where reviewer_id = $1 and signed_at is null
	union all
	${waits('panel-objection')} from panel_objection where $4::boolean and answered_at is null and raised_by <> $1
	union all
	${waits('panel-item', 'min(i.due_on)::text')} from panel_file f join panel_item i on i.file_id = f.id
		where f.unit_id = $3::uuid and f.settled_at is not null and f.closed_at is null and coalesce((select s.step
			from panel_item_step s where s.item_id = i.id order by s.number desc limit 1), 'returned') = 'returned'
	union all
	${happened('marked', 'r.draft_id::text', 'r.settled_at')} from marking_result r ${OWN_DRAFT}
		where d.officer_id = $1 and r.number = 1 and r.settled_at >= $2::timestamptz
	union all
	${happened('objection-answered', 'r.draft_id::text', 'r.answered_at')} from draft_objection r ${OWN_DRAFT}
		where d.officer_id = $1 and r.answered_at >= $2::timestamptz`);
