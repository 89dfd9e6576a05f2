import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { drillSet } from '#db/schema/drills.ts';
import type { SetKind } from '../../domain/kinds.ts';
import type { Memory } from '../../domain/memory.ts';
import type { Pick } from '../../domain/pick.ts';

export interface NewSet {
	readonly id: string;
	readonly officerId: string;
	readonly kind: SetKind;
	readonly day: string;
	readonly picks: Pick[];
	readonly seed: number;
	readonly startedAt: Date;
}

/** Stores a drawn set; a second daily set of the same day is not stored. @returns the id that stands */
export async function insertSet(db: Db, set: NewSet): Promise<string> {
	const inserted = await db.insert(drillSet).values(set).onConflictDoNothing().returning({ id: drillSet.id });
	if (inserted[0]) return inserted[0].id;
	const daily = await selectDaily(db, set.officerId, set.day);
	return daily!.id;
}

export async function selectDaily(db: Db, officerId: string, day: string) {
	const [row] = await db
		.select({
			id: drillSet.id,
			finished: sql<boolean>`${drillSet.finishedAt} is not null`,
			size: sql<number>`jsonb_array_length(${drillSet.picks})`,
			answered: sql<number>`(select count(*)::int from drill_answer a where a.set_id = ${drillSet.id})`,
			mean: sql<number | null>`(select round(avg(a.mark))::int from drill_answer a where a.set_id = ${drillSet.id})`
		})
		.from(drillSet)
		.where(and(eq(drillSet.officerId, officerId), eq(drillSet.day, day), eq(drillSet.kind, 'daily')));
	return row ?? null;
}

interface AnsweringRow {
	kind: SetKind;
	day: string;
	picks: Pick[];
	finished: boolean;
	answered: [number, number][] | null;
	due: string | null;
	stability: number;
	difficulty: number;
	reps: number;
	lapses: number;
	state: number;
	last_review: string;
	first_success_at: string | null;
	last_mark: number;
}

const readAnsweringRow = statement<AnsweringRow>(`
	select s.kind, s.day::text, s.picks, s.finished_at is not null as finished,
		(select array_agg(array[a.position, a.mark] order by a.position) from drill_answer a where a.set_id = s.id) as answered,
		c.due, c.stability, c.difficulty, c.reps, c.lapses, c.state, c.last_review, c.first_success_at, c.last_mark
	from drill_set s
	left join memory_card c on c.officer_id = s.officer_id and c.item_id = s.picks->($3::int)->>'id'
	where s.id = $1 and s.officer_id = $2`);

export interface OpenSet {
	readonly kind: SetKind;
	readonly day: string;
	readonly picks: readonly Pick[];
	readonly finished: boolean;
	/** Mark by position, null = open. */
	readonly marks: (number | null)[];
	/** The officer's memory of the item at the asked position. */
	readonly memory: Memory | null;
}

/** An officer's own set with the state of its answers; null when it is not theirs or not there. */
export async function selectSet(db: Db, id: string, officerId: string, position: number): Promise<OpenSet | null> {
	const [row] = await readAnsweringRow(db, [id, officerId, position]);
	if (!row) return null;
	const marks: (number | null)[] = row.picks.map(() => null);
	for (const [at, mark] of row.answered ?? []) marks[at] = mark;
	const { kind, day, picks, finished } = row;
	return { kind, day, picks, finished, marks, memory: toMemory(row) };
}

function toMemory(row: AnsweringRow): Memory | null {
	if (row.due === null) return null;
	const { stability, difficulty, reps, lapses, state } = row;
	return {
		...{ stability, difficulty, reps, lapses, state, due: new Date(row.due), lastReview: new Date(row.last_review) },
		firstSuccessAt: row.first_success_at === null ? null : new Date(row.first_success_at),
		lastMark: row.last_mark
	};
}

/** Locks a set so that only one of two last answers finishes it. @returns false when it is finished already */
export async function finishSet(db: Db, id: string, now: Date): Promise<boolean> {
	const rows = await db
		.update(drillSet)
		.set({ finishedAt: now })
		.where(and(eq(drillSet.id, id), isNull(drillSet.finishedAt)))
		.returning({ id: drillSet.id });
	return rows.length > 0;
}

/** Daily sets of earlier days that nobody finished. */
export function selectExpired(db: Db, today: string, officerId?: string) {
	return db
		.select({
			id: drillSet.id,
			officerId: drillSet.officerId,
			size: sql<number>`jsonb_array_length(${drillSet.picks})`
		})
		.from(drillSet)
		.where(
			and(
				eq(drillSet.kind, 'daily'),
				isNull(drillSet.finishedAt),
				lt(drillSet.day, today),
				officerId === undefined ? undefined : eq(drillSet.officerId, officerId)
			)
		)
		.limit(500);
}
