import { statement } from '#db/connect.ts';
import type { AwardCycle } from '../../domain/awards/award-cycle.ts';
import type { NoticeState } from '../../domain/awards/notice.ts';

/**
 * $1 person · $2 news since · $3 whether the person confirms rules · $4 paths of the units whose figures the person checks,
 * with a blank between them · $5 the person's own unit, whose figures others check
 */
export const readRankingNotices = statement<{
	rules: number;
	figures: number;
	returned: { id: string; period: string; at: number }[];
	awards: { run: string; state: NoticeState; honour: string; cycle: AwardCycle; at: number }[];
}>(`
	select (select count(*)::int from ranking_rule r where $3::boolean and r.proposed_by <> $1
			and not exists (select 1 from ranking_rule_decision d where d.version = r.version)) as rules,
		(select count(*)::int from assessment_entry e join unit u on u.id = e.unit_id
			where exists (select 1 from unnest(string_to_array($4, ' ')) as subtree(path) where starts_with(u.path, subtree.path))
				and e.unit_id <> $5::uuid and e.entered_by <> $1
				and not exists (select 1 from assessment_review v where v.entry_id = e.id)
				and not exists (select 1 from assessment_entry n where n.unit_id = e.unit_id and n.period = e.period
					and n.subject = e.subject and n.number > e.number)) as figures,
		coalesce((select json_agg(n) from (
			select e.id, e.period, floor(extract(epoch from v.reviewed_at) * 1000)::float8 as at
			from assessment_entry e join assessment_review v on v.entry_id = e.id
			where e.entered_by = $1 and v.verdict = 'returned' and v.reviewed_at >= $2::timestamptz) n), '[]') as returned,
		coalesce((select json_agg(n) from (
			select a.run_id as run, a.state, a.honour, a.cycle, floor(extract(epoch from a.changed_at) * 1000)::float8 as at
			from award_notice a where a.nominee_id = $1 and a.changed_at >= $2::timestamptz) n), '[]') as awards`);
