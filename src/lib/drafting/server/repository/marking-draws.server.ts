import { and, count, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { marking } from '#db/schema/drafting-marking.ts';
import type { Held } from '../../domain/marking/places-needed.ts';

/** Any number; one draw at a time in the whole installation. */
const DRAW_LOCK = 7_414_005;

export async function lockDraws(db: Db): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(${DRAW_LOCK})`);
}

export interface Undecided {
	readonly draftId: string;
	readonly officerId: string;
	/** The officer's unit when the draft was begun. */
	readonly unitId: string;
	readonly title: string;
	readonly submittedAt: Date;
	readonly guideId: string;
	/** What the first markers were given, else the current one; null = the guide is not published. */
	readonly guideVersion: number | null;
	readonly limit: number | null;
	readonly held: readonly Held[];
	readonly isObjected: boolean;
}

/** Documents handed in whose task has a guide and whose marks are not settled, and those objected to; oldest first. */
export async function selectUndecided(db: Db): Promise<Undecided[]> {
	const rows = await db.execute(sql`
		with guided as materialized (
			select id, version, title, body->>'guide' as guide
			from drafting_piece_version where kind = 'task' and body->>'guide' is not null
		), waiting as (
			select d.id, d.officer_id, d.unit_id, d.submitted_at, g.title, g.guide,
				exists (select 1 from draft_objection o where o.draft_id = d.id and o.answered_at is null) as objected,
				(select max(m.guide_version) from marking m where m.draft_id = d.id) as held_version
			from draft_submission s
			join draft d on d.id = s.draft_id
			join guided g on g.id = d.task_id and g.version = d.task_version
			where not exists (select 1 from marking_result r where r.draft_id = d.id)
				or exists (select 1 from draft_objection o where o.draft_id = d.id and o.answered_at is null)
		)
		select w.id as "draftId", w.officer_id as "officerId", w.unit_id as "unitId", w.title, w.guide as "guideId",
			w.submitted_at as "submittedAt", w.objected as "isObjected", v.version as "guideVersion",
			(v.body->>'limit')::float8 as "limit",
			coalesce((select json_agg(json_build_object('id', m.id, 'place', m.place, 'markerId', m.marker_id,
				'mark', m.mark::float8, 'isRecused', m.recused_at is not null)) from marking m where m.draft_id = w.id), '[]') as held
		from waiting w
		left join drafting_piece p on p.kind = 'guide' and p.id = w.guide
		left join drafting_piece_version v on v.kind = 'guide' and v.id = w.guide
			and v.version = coalesce(w.held_version, p.current_version)
		order by w.submitted_at, w.id`);
	return (rows as unknown as Undecided[]).map((row) => ({ ...row, submittedAt: new Date(row.submittedAt) }));
}

export async function insertMarking(db: Db, one: typeof marking.$inferInsert): Promise<boolean> {
	const rows = await db.insert(marking).values(one).onConflictDoNothing().returning({ id: marking.id });
	return rows.length > 0;
}

/** How many documents wait for each marker. */
export async function selectLoads(db: Db): Promise<Map<string, number>> {
	const rows = await db
		.select({ id: marking.markerId, open: count() })
		.from(marking)
		.where(and(isNull(marking.givenAt), isNull(marking.recusedAt)))
		.groupBy(marking.markerId);
	return new Map(rows.map(({ id, open }) => [id, open]));
}

/** What is open with each marker, and what was given since a moment. */
export function selectHeld(db: Db, since: Date) {
	const { markerId, assignedAt, givenAt } = marking;
	return db
		.select({ markerId, assignedAt, givenAt })
		.from(marking)
		.where(and(isNull(marking.recusedAt), or(isNull(givenAt), gte(givenAt, since))));
}

/** Takes a document back from a marker who has not given a mark. @returns false when it was given or handed back before */
export async function recuse(db: Db, id: string, { why, now }: { why: string; now: Date }): Promise<boolean> {
	const rows = await db
		.update(marking)
		.set({ recusedAt: now, recusedWhy: why })
		.where(and(eq(marking.id, id), isNull(marking.givenAt), isNull(marking.recusedAt)))
		.returning({ id: marking.id });
	return rows.length > 0;
}
