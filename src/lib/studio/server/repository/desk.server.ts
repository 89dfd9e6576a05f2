import { type SQL, and, asc, count, desc, eq, exists, ilike, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { manuscript, manuscriptAuthor } from '#db/schema/studio.ts';
import { containing } from '#lib/shared/like.ts';
import type { DeskFilter } from '../../domain/desk-filter.ts';
import type { Kind } from '../../domain/manuscript.ts';
import { type Act, OPEN_STATES, type State } from '../../domain/workflow.ts';

const { id, kind, title, state, stateSince, savedAt, pieceId, basedOn } = manuscript;
const authors = sql<string[]>`coalesce((select json_agg(a.person_id order by a.since, a.person_id)
	from manuscript_author a where a.manuscript_id = ${id}), '[]'::json)`;
const lastAct = sql<Act>`(select s.act from manuscript_step s where s.manuscript_id = ${id} order by s.number desc limit 1)`;
const lastReason = sql<string>`(select s.reason from manuscript_step s where s.manuscript_id = ${id} order by s.number desc limit 1)`;
/** Of the text as it was handed in last. */
const internalReviewer = sql<
	string | null
>`(select s.person_id::text from manuscript_step s where s.manuscript_id = ${id}
	and s.act = 'approve-internal' and s.number > coalesce((select max(h.number) from manuscript_step h
		where h.manuscript_id = ${id} and h.act = 'submit'), 0) order by s.number desc limit 1)`;
const open = sql`from manuscript_comment c where c.manuscript_id = ${id} and c.parent_id is null and c.resolved_at is null`;
const openComments = sql<number>`(select count(*)::int ${open})`;
const unanswered = sql<number>`(select count(*)::int ${open} and coalesce((select r.written_by from manuscript_comment r
	where r.parent_id = c.id order by r.written_at desc, r.id desc limit 1), c.written_by)
	not in (select a.person_id from manuscript_author a where a.manuscript_id = ${id}))`;

const listed = {
	...{ id, kind, title, state, stateSince, savedAt, pieceId, basedOn },
	...{ authors, lastAct, lastReason, internalReviewer, openComments, unanswered }
};

/** Every manuscript that somebody still works on. */
export function selectOpenRows(db: Db) {
	return db
		.select(listed)
		.from(manuscript)
		.where(inArray(state, [...OPEN_STATES]))
		.orderBy(asc(stateSince), asc(id));
}
export type ListedRow = Awaited<ReturnType<typeof selectOpenRows>>[number];

function wanted(db: Db, filter: DeskFilter, withState: boolean): SQL | undefined {
	const wrote = db
		.select({ one: sql`1` })
		.from(manuscriptAuthor)
		.where(and(eq(manuscriptAuthor.manuscriptId, id), eq(manuscriptAuthor.personId, filter.author)));
	return and(
		filter.kind ? eq(kind, filter.kind) : undefined,
		withState && filter.state ? eq(state, filter.state) : undefined,
		filter.author ? exists(wrote) : undefined,
		filter.query ? ilike(title, containing(filter.query)) : undefined
	);
}

const ORDERS = { newest: [desc(savedAt)], waiting: [asc(stateSince)], title: [asc(title)] } as const;

/** One page of what fits the filter. */
export function selectPage(db: Db, filter: DeskFilter, size: number): Promise<ListedRow[]> {
	return db
		.select(listed)
		.from(manuscript)
		.where(wanted(db, filter, true))
		.orderBy(...ORDERS[filter.sort], asc(id))
		.limit(size)
		.offset((filter.page - 1) * size);
}

/** How many fit the filter in each state. */
export async function countStates(db: Db, filter: DeskFilter): Promise<Map<State, number>> {
	const rows = await db
		.select({ state, count: count() })
		.from(manuscript)
		.where(wanted(db, filter, false))
		.groupBy(state);
	return new Map(rows.map((row) => [row.state, row.count]));
}

/** Everybody who ever wrote a manuscript. */
export async function selectWriters(db: Db): Promise<string[]> {
	const rows = await db.selectDistinct({ personId: manuscriptAuthor.personId }).from(manuscriptAuthor);
	return rows.map(({ personId }) => personId);
}

/** Which proposals of files were taken up. */
export function selectTakenUp(db: Db): Promise<{ kind: Kind; pieceId: string | null; proposal: number | null }[]> {
	return db
		.select({ kind, pieceId, proposal: manuscript.proposal })
		.from(manuscript)
		.where(sql`${manuscript.proposal} is not null and ${state} <> 'discarded'`);
}
