import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { draft, draftSubmission, draftVersion, draftingPieceVersion } from '#db/schema/drafting.ts';
import type { VersionReason } from '../../domain/draft-version.ts';
import type { Entries } from '../../domain/entries.ts';

export type StoredDraft = typeof draft.$inferSelect;
export type StoredSubmission = typeof draftSubmission.$inferSelect;
type NewDraft = Omit<typeof draft.$inferInsert, 'checks' | 'submittedAt' | 'pieceKind'>;

/** Begins a draft with its first version, or finds the one that is open already. @returns the id that stands */
export async function insertDraft(db: Db, one: NewDraft): Promise<string> {
	const [made] = await db.insert(draft).values(one).onConflictDoNothing().returning({ id: draft.id });
	if (made) {
		const { id: draftId, entries, startedAt: madeAt } = one;
		await db.insert(draftVersion).values({ draftId, number: 1, entries, reason: 'auto', madeAt });
		return made.id;
	}
	return (await selectOpen(db, one.officerId, one.taskId))!.id;
}

/** Whether the officer handed in another document of the same task before this one. */
export async function hasHandedInBefore(
	db: Db,
	{ officerId, taskId, submittedAt }: Pick<StoredDraft, 'officerId' | 'taskId' | 'submittedAt'>
): Promise<boolean> {
	const rows = await db
		.select({ id: draft.id })
		.from(draft)
		.where(and(eq(draft.officerId, officerId), eq(draft.taskId, taskId), lt(draft.submittedAt, submittedAt!)))
		.limit(1);
	return rows.length > 0;
}

/** The draft of a task that an officer has not handed in yet. */
export async function selectOpen(db: Db, officerId: string, taskId: string): Promise<StoredDraft | null> {
	const [row] = await db
		.select()
		.from(draft)
		.where(and(eq(draft.officerId, officerId), eq(draft.taskId, taskId), isNull(draft.submittedAt)));
	return row ?? null;
}

/** An officer's own draft; null when it is not theirs or not there. */
export async function selectDraft(db: Db, id: string, officerId: string): Promise<StoredDraft | null> {
	const [row] = await db
		.select()
		.from(draft)
		.where(and(eq(draft.id, id), eq(draft.officerId, officerId)));
	return row ?? null;
}

/** The same, held against other writers until the transaction ends. */
export async function lockDraft(db: Db, id: string, officerId: string): Promise<StoredDraft | null> {
	const [row] = await db
		.select()
		.from(draft)
		.where(and(eq(draft.id, id), eq(draft.officerId, officerId)))
		.for('update');
	return row ?? null;
}

export interface Kept {
	readonly id: string;
	readonly reason: VersionReason;
	readonly now: Date;
}

/**
 * Stores what a locked draft holds now; a version is kept when the last one is old enough (`ageSeconds`; 0 = at once) and
 * says something else. One statement.
 */
export async function writeEntries(db: Db, { id, reason, now }: Kept, what: { entries: Entries; ageSeconds: number }) {
	await db.execute(sql`
		with written as (
			update draft set entries = ${JSON.stringify(what.entries)}::jsonb, saved_at = ${now.toISOString()}::timestamptz where id = ${id} returning entries
		)
		insert into draft_version (draft_id, number, entries, reason, made_at)
		select ${id}, coalesce(last.number, 0) + 1, written.entries, ${reason}, ${now.toISOString()}::timestamptz
		from written left join lateral (
			select number, made_at, entries from draft_version where draft_id = ${id} order by number desc limit 1
		) last on true
		where last.number is null or (last.entries is distinct from written.entries
			and last.made_at <= ${now.toISOString()}::timestamptz - make_interval(secs => ${what.ageSeconds}))`);
}

/** Keeps what a locked draft holds as a version, unless the last one says the same. */
export async function keepVersion(db: Db, { id, reason, now }: Kept): Promise<void> {
	await db.execute(sql`
		insert into draft_version (draft_id, number, entries, reason, made_at)
		select d.id, coalesce(last.number, 0) + 1, d.entries, ${reason}, ${now.toISOString()}::timestamptz
		from draft d left join lateral (
			select number, entries from draft_version v where v.draft_id = d.id order by number desc limit 1
		) last on true
		where d.id = ${id} and last.entries is distinct from d.entries`);
}

const COUNT_CHECK = statement<{ task_id: string; task_version: number; entries: Entries; checks: number }>(`
	with counted as (
		update draft set checks = checks + 1 where id = $1 and officer_id = $2 and submitted_at is null
		returning id, task_id, task_version, entries, checks
	), kept as (
		insert into draft_version (draft_id, number, entries, reason, made_at)
		select c.id, coalesce(last.number, 0) + 1, c.entries, 'check', $3::timestamptz
		from counted c left join lateral (
			select number, entries from draft_version v where v.draft_id = c.id order by number desc limit 1
		) last on true
		where last.entries is distinct from c.entries
		-- Another tab kept a version in this instant: what is checked is in it or in the next one.
		on conflict do nothing
	)
	select task_id, task_version, entries, checks from counted`);

/** Counts a check of an open draft, keeps its state as a version and hands out what is to be judged. One statement. */
export async function countCheck(db: Db, id: string, { officerId, now }: { officerId: string; now: Date }) {
	const [row] = await COUNT_CHECK(db, [id, officerId, now.toISOString()]);
	return row ? { taskId: row.task_id, taskVersion: row.task_version, entries: row.entries, checks: row.checks } : null;
}

/** Every version of a draft without its text, newest first. */
export function selectVersions(db: Db, draftId: string) {
	const { number, reason, madeAt } = draftVersion;
	return db
		.select({ number, reason, madeAt })
		.from(draftVersion)
		.where(eq(draftVersion.draftId, draftId))
		.orderBy(desc(number));
}

/** One version; null when there is none of that number. */
export async function selectVersion(db: Db, draftId: string, number: number) {
	const [row] = await db
		.select()
		.from(draftVersion)
		.where(and(eq(draftVersion.draftId, draftId), eq(draftVersion.number, number)));
	return row ?? null;
}

/** Closes a locked draft for good. */
export async function insertSubmission(db: Db, one: StoredSubmission): Promise<void> {
	await db.insert(draftSubmission).values(one);
	await db.update(draft).set({ submittedAt: one.submittedAt }).where(eq(draft.id, one.draftId));
}

/** What an officer handed in with the draft; null when it is not theirs or not handed in. */
export async function selectSubmission(db: Db, id: string, officerId: string) {
	const [row] = await db
		.select({ draft, submission: draftSubmission })
		.from(draft)
		.innerJoin(draftSubmission, eq(draftSubmission.draftId, draft.id))
		.where(and(eq(draft.id, id), eq(draft.officerId, officerId)));
	return row ?? null;
}

/** An officer's drafts, what they are of and what became of them, the last touched first. */
export function selectOwn(db: Db, officerId: string) {
	const { id, taskId, startedAt, savedAt, checks, submittedAt } = draft;
	return db
		.select({
			...{ id, taskId, startedAt, savedAt, checks, submittedAt, score: draftSubmission.score },
			title: draftingPieceVersion.title,
			document: sql<string>`${draftingPieceVersion.body}->>'document'`
		})
		.from(draft)
		.innerJoin(
			draftingPieceVersion,
			and(
				eq(draftingPieceVersion.kind, draft.pieceKind),
				eq(draftingPieceVersion.id, draft.taskId),
				eq(draftingPieceVersion.version, draft.taskVersion)
			)
		)
		.leftJoin(draftSubmission, eq(draftSubmission.draftId, draft.id))
		.where(eq(draft.officerId, officerId))
		.orderBy(desc(sql`coalesce(${submittedAt}, ${savedAt})`), asc(id));
}
export type OwnDraft = Awaited<ReturnType<typeof selectOwn>>[number];
