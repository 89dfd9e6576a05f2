import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { drillAnswer, drillSet, item, itemVersion, memoryCard } from '#db/schema/drills.ts';
import type { Answer } from '../domain/item.ts';
import type { DrillKind, SetKind } from '../domain/kinds.ts';
import type { Memory, Past } from '../domain/memory.ts';
import type { Candidate, Pick } from '../domain/pick.ts';
import type { ItemFile } from './item-files.server.ts';

// —— the bank ——

export async function readDigests(db: Db): Promise<Map<string, { version: number; digest: string; origin: string }>> {
	const rows = await db
		.selectDistinctOn([itemVersion.id], {
			id: itemVersion.id,
			version: itemVersion.version,
			digest: itemVersion.digest,
			origin: itemVersion.origin
		})
		.from(itemVersion)
		.orderBy(itemVersion.id, desc(itemVersion.version));
	return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

export interface NewVersion {
	readonly file: ItemFile;
	readonly version: number;
	readonly isPublished: boolean;
}

/** Adds versions; a published one becomes current. */
export async function saveItems(db: Db, list: readonly NewVersion[], now: Date): Promise<void> {
	if (list.length === 0) return;
	await db
		.insert(item)
		.values(list.map(({ file }) => ({ id: file.id })))
		.onConflictDoNothing();
	await db.insert(itemVersion).values(
		list.map(({ file: { id, digest, title, kind, difficulty, body }, version, isPublished }) => ({
			...{ id, version, digest, title, kind, difficulty, body, type: body.task.type },
			...{ origin: 'file' as const, status: isPublished ? ('published' as const) : ('draft' as const), createdAt: now }
		}))
	);
	for (const { file, version } of list.filter(({ isPublished }) => isPublished)) {
		await db.update(item).set({ currentVersion: version }).where(eq(item.id, file.id));
	}
}

/** Takes items out of the draw whose files are gone; their versions and answers stay. */
export async function withdrawItems(db: Db, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await db.update(item).set({ currentVersion: null }).where(inArray(item.id, [...ids]));
}

/** The current version of every item that may be drawn, with what the officer did with it. */
export async function selectCandidates(db: Db, officerId: string, kind?: DrillKind) {
	const rows = await db
		.select({
			id: item.id,
			version: itemVersion.version,
			kind: itemVersion.kind,
			title: itemVersion.title,
			type: itemVersion.type,
			difficulty: itemVersion.difficulty,
			due: memoryCard.due,
			lastMark: memoryCard.lastMark
		})
		.from(item)
		.innerJoin(itemVersion, and(eq(itemVersion.id, item.id), eq(itemVersion.version, item.currentVersion)))
		.leftJoin(memoryCard, and(eq(memoryCard.itemId, item.id), eq(memoryCard.officerId, officerId)))
		.where(kind === undefined ? undefined : eq(itemVersion.kind, kind))
		.orderBy(asc(item.id));
	return rows.map(({ due, lastMark, ...rest }) => ({
		...rest,
		memory: due && lastMark !== null ? { due, lastMark } : null
	})) satisfies Candidate[];
}

/** Immutable versions by (id, version). */
export function selectVersions(db: Db, wanted: readonly { id: string; version: number }[]) {
	const keys = wanted.map(({ id, version }) => sql`(${id}, ${version}::int)`);
	return db
		.select({
			id: itemVersion.id,
			version: itemVersion.version,
			title: itemVersion.title,
			kind: itemVersion.kind,
			difficulty: itemVersion.difficulty,
			body: itemVersion.body
		})
		.from(itemVersion)
		.where(sql`(${itemVersion.id}, ${itemVersion.version}) in (${sql.join(keys, sql`, `)})`);
}
export type StoredItem = Awaited<ReturnType<typeof selectVersions>>[number];

// —— sets ——

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

// —— answers ——

export interface NewAnswer {
	readonly setId: string;
	readonly position: number;
	readonly officerId: string;
	readonly itemId: string;
	readonly itemVersion: number;
	readonly answer: Answer;
	readonly mark: number;
	readonly past: Past;
	readonly memory: Memory;
	readonly now: Date;
}

/** One statement, one round trip, one commit: the answer and the memory it changes, or neither. */
const insertAnswer = statement<{ saved: number }>(`
	with answered as (
		insert into drill_answer (set_id, position, officer_id, item_id, item_version, answer, mark, answered_at,
			days_since_last, days_since_first_success, was_due)
		values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11)
		on conflict (set_id, position) do nothing
		returning 1
	)
	insert into memory_card as c (officer_id, item_id, due, stability, difficulty, reps, lapses, state, last_review,
		first_success_at, last_mark, last_set_id, last_position)
	select $3, $4, $12::timestamptz, $13::real, $14::real, $15::smallint, $16::smallint, $17::smallint, $8, $18::timestamptz, $7, $1, $2
	from answered
	on conflict (officer_id, item_id) do update set due = excluded.due, stability = excluded.stability,
		difficulty = excluded.difficulty, reps = excluded.reps, lapses = excluded.lapses, state = excluded.state,
		last_review = excluded.last_review, first_success_at = excluded.first_success_at, last_mark = excluded.last_mark,
		last_set_id = excluded.last_set_id, last_position = excluded.last_position
	returning 1 as saved`);

/** Stores an answer once. @returns false when this place was answered before: the first answer stands */
export async function saveAnswer(db: Db, one: NewAnswer): Promise<boolean> {
	const { past, memory } = one;
	const at = one.now.toISOString();
	const rows = await insertAnswer(db, [
		...[one.setId, one.position, one.officerId, one.itemId, one.itemVersion, JSON.stringify(one.answer), one.mark, at],
		...[past.daysSinceLast, past.daysSinceFirstSuccess, past.wasDue],
		...[memory.due.toISOString(), memory.stability, memory.difficulty, memory.reps, memory.lapses, memory.state],
		memory.firstSuccessAt?.toISOString() ?? null
	]);
	return rows.length > 0;
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

export function selectAnswers(db: Db, setId: string) {
	return db.select().from(drillAnswer).where(eq(drillAnswer.setId, setId)).orderBy(asc(drillAnswer.position));
}
export type StoredAnswer = Awaited<ReturnType<typeof selectAnswers>>[number];

/** Daily sets of earlier days that nobody finished. */
export function selectExpired(db: Db, today: string, officerId?: string) {
	return db
		.select({ id: drillSet.id, officerId: drillSet.officerId })
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

// —— an officer's own record ——

/** The daily sets since a day; answers are only counted for the set of `today`. */
export function selectDailySince(db: Db, officerId: string, since: string, today: string) {
	return readDailySince(db, [officerId, since, today]);
}

const readDailySince = statement<{
	id: string;
	day: string;
	finished: boolean;
	size: number;
	answered: number;
	mean: number | null;
}>(`
	select s.id, s.day::text, s.finished_at is not null as finished, jsonb_array_length(s.picks) as size, a.answered, a.mean
	from drill_set s
	left join lateral (select count(*)::int as answered, round(avg(mark))::int as mean from drill_answer
		where set_id = s.id and s.day = $3::date) a on true
	where s.officer_id = $1 and s.kind = 'daily' and s.day >= $2::date`);

export function selectRecentSets(db: Db, officerId: string, limit: number) {
	return db
		.select({
			id: drillSet.id,
			kind: drillSet.kind,
			day: drillSet.day,
			finished: sql<boolean>`${drillSet.finishedAt} is not null`,
			size: sql<number>`jsonb_array_length(${drillSet.picks})`,
			answered: sql<number>`(select count(*)::int from drill_answer a where a.set_id = ${drillSet.id})`,
			mark: sql<number | null>`(select round(avg(a.mark))::int from drill_answer a where a.set_id = ${drillSet.id})`
		})
		.from(drillSet)
		.where(eq(drillSet.officerId, officerId))
		.orderBy(desc(drillSet.startedAt))
		.limit(limit);
}

/** Items whose last answer was not fully right, newest first. */
export function selectMistakes(db: Db, officerId: string, kind: DrillKind | null, limit: number, offset: number) {
	return db
		.select({ answer: drillAnswer, title: itemVersion.title, kind: itemVersion.kind, body: itemVersion.body })
		.from(memoryCard)
		.innerJoin(item, eq(item.id, memoryCard.itemId))
		.innerJoin(
			drillAnswer,
			and(eq(drillAnswer.setId, memoryCard.lastSetId), eq(drillAnswer.position, memoryCard.lastPosition))
		)
		.innerJoin(
			itemVersion,
			and(eq(itemVersion.id, drillAnswer.itemId), eq(itemVersion.version, drillAnswer.itemVersion))
		)
		.where(
			and(
				eq(memoryCard.officerId, officerId),
				lt(memoryCard.lastMark, 100),
				isNotNull(item.currentVersion),
				kind === null ? undefined : eq(itemVersion.kind, kind)
			)
		)
		.orderBy(desc(memoryCard.lastReview), asc(memoryCard.itemId))
		.limit(limit)
		.offset(offset);
}

/** Per kind: questions in the bank, seen ones, their mean last mark, reviews due by the end of `today`, wrong ones. */
export async function selectSummary(db: Db, officerId: string, today: string) {
	return (await readSummary(db, [officerId, `${today}T23:59:59.999+08:00`])).map((row) => ({ ...row }));
}

const readSummary = statement<{
	kind: DrillKind;
	items: number;
	seen: number;
	mean: number | null;
	due: number;
	mistakes: number;
}>(`
	select v.kind, count(*)::int as items, count(c.item_id)::int as seen, round(avg(c.last_mark))::int as mean,
		count(*) filter (where c.due <= $2)::int as due, count(*) filter (where c.last_mark < 100)::int as mistakes
	from item i
	join item_version v on v.id = i.id and v.version = i.current_version
	left join memory_card c on c.item_id = i.id and c.officer_id = $1
	group by v.kind`);

/** Titles of items, for the ledger's readers. */
export async function selectTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectDistinctOn([itemVersion.id], { id: itemVersion.id, title: itemVersion.title })
		.from(itemVersion)
		.where(inArray(itemVersion.id, [...ids]))
		.orderBy(itemVersion.id, desc(itemVersion.version));
	return new Map(rows.map(({ id, title }) => [id, title]));
}

export async function countItems(db: Db): Promise<number> {
	const [row] = await db.select({ count: count() }).from(item).where(isNotNull(item.currentVersion));
	return row?.count ?? 0;
}
