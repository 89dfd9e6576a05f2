import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { CoreDocument } from '../../domain/figures/newcomer-progress.ts';
import type { MarkedTwice } from '../../domain/figures/marker-agreement.ts';
import type { RuleCount } from '../../domain/figures/weak-rules.ts';

/** Documents that the first two markers have both given, with the guide as it was then. */
export async function selectMarkedTwice(db: Db): Promise<(MarkedTwice & { readonly title: string })[]> {
	const rows = await db.execute(sql`
		select one.guide_id as "guideId", v.title, v.body->'criteria' as criteria, (v.body->>'limit')::float8 as "limit",
			json_build_object('levels', one.levels, 'mark', one.mark::float8) as first,
			json_build_object('levels', two.levels, 'mark', two.mark::float8) as second
		from marking one
		join marking two on two.draft_id = one.draft_id and two.place = 2 and two.given_at is not null
		join drafting_piece_version v on v.kind = 'guide' and v.id = one.guide_id and v.version = one.guide_version
		where one.place = 1 and one.given_at is not null
		order by one.given_at, one.id`);
	return rows as unknown as (MarkedTwice & { title: string })[];
}

export interface Counted {
	readonly unitIds: readonly string[];
	readonly since: Date;
	/** Null = every kind of document. */
	readonly document: string | null;
}

/**
 * How often each rule was violated and how often it was applicable, and out of how many documents. What is being marked does not
 * count: a unit's only document would lead its marker there.
 */
export async function selectRuleCounts(db: Db, { unitIds, since, document }: Counted) {
	if (unitIds.length === 0) return { counts: [], submissions: 0 };
	const units = sql.join(
		unitIds.map((id) => sql`${id}::uuid`),
		sql`, `
	);
	const handedIn = sql`
		with tasks as materialized (
			select id, version, body->>'document' as document, body->>'guide' is not null as is_marked
			from drafting_piece_version where kind = 'task'
		), given as materialized (
			select s.report, t.document from draft_submission s
			join draft d on d.id = s.draft_id
			join tasks t on t.id = d.task_id and t.version = d.task_version
			where d.unit_id in (${units}) and s.submitted_at >= ${since.toISOString()}
				and (${document}::text is null or t.document = ${document})
				and (not t.is_marked or exists (select 1 from marking_result r where r.draft_id = s.draft_id))
		)`;
	const [counts, [total]] = await Promise.all([
		db.execute(sql`${handedIn}
			select g.document, r.rule, (count(*) filter (where r.is_violated))::int as violated, count(*)::int as applicable
			from given g cross join lateral (
				select v->>'rule' as rule, true as is_violated from jsonb_array_elements(g.report->'rules'->'violations') v
				union all
				select p, false from jsonb_array_elements_text(g.report->'rules'->'passed') p
			) r
			group by g.document, r.rule
			having count(*) filter (where r.is_violated) > 0`),
		db.execute(sql`${handedIn} select count(*)::int as submissions from given`)
	]);
	return { counts: counts as unknown as RuleCount[], submissions: (total as { submissions: number }).submissions };
}

export interface CoreRow {
	readonly officerId: string;
	readonly document: CoreDocument;
	readonly submittedAt: Date;
	readonly score: number;
	readonly isFatal: boolean;
	readonly isMarked: boolean;
	readonly mark: number | null;
}

/** What some officers handed in of some kinds of documents, with what people gave in the end. */
export async function selectCore(
	db: Db,
	officerIds: readonly string[],
	documents: readonly CoreDocument[]
): Promise<CoreRow[]> {
	if (officerIds.length === 0) return [];
	const ids = sql.join(
		officerIds.map((id) => sql`${id}::uuid`),
		sql`, `
	);
	const kinds = sql.join(
		documents.map((one) => sql`${one}`),
		sql`, `
	);
	const rows = await db.execute(sql`
		with tasks as materialized (
			select id, version, body->>'document' as document, body->>'guide' is not null as is_marked
			from drafting_piece_version where kind = 'task' and body->>'document' in (${kinds})
		)
		select d.officer_id as "officerId", t.document, s.submitted_at as "submittedAt", s.score::float8 as score,
			(s.report->'rules'->>'capped')::boolean as "isFatal", t.is_marked as "isMarked",
			(select r.mark::float8 from marking_result r where r.draft_id = d.id order by r.number desc limit 1) as mark
		from draft_submission s
		join draft d on d.id = s.draft_id
		join tasks t on t.id = d.task_id and t.version = d.task_version
		where d.officer_id in (${ids})
		order by s.submitted_at`);
	return (rows as unknown as CoreRow[]).map((row) => ({ ...row, submittedAt: new Date(row.submittedAt) }));
}

export interface UnitMarks {
	readonly unitId: string;
	/** `2026-10`, in which the mark was settled. */
	readonly month: string;
	/** Sum of the marks in hundredths of a point. */
	readonly sum: number;
	readonly count: number;
}

/** What people gave in the end, by unit and month; after an objection the second result counts, in its own month. */
export async function selectUnitMarks(db: Db, from: Date, before: Date): Promise<UnitMarks[]> {
	const rows = await db.execute(sql`
		select d.unit_id as "unitId", to_char(r.settled_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
			(sum(r.mark) * 100)::int as sum, count(*)::int as count
		from marking_result r
		join draft d on d.id = r.draft_id
		where r.settled_at >= ${from.toISOString()} and r.settled_at < ${before.toISOString()}
			and not exists (select 1 from marking_result n where n.draft_id = r.draft_id and n.number > r.number)
		group by 1, 2`);
	return rows as unknown as UnitMarks[];
}
