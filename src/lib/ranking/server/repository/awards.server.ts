import { and, asc, desc, eq, gte, inArray, max, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { awardDraft, awardNotice, awardRun, awardStep } from '#db/schema/ranking-awards.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { PublicNotice } from '../../domain/awards/notice.ts';
import type { Sheet } from '../../domain/awards/panel-scores.ts';
import type { Step } from '../../domain/awards/step.ts';

export type RunRow = typeof awardRun.$inferSelect;
export type NoticeRow = typeof awardNotice.$inferSelect;

/** @returns false when the honour has a selection for this cycle already */
export async function insertRun(db: Db, row: typeof awardRun.$inferInsert): Promise<boolean> {
	const rows = await db.insert(awardRun).values(row).onConflictDoNothing().returning({ id: awardRun.id });
	return rows.length > 0;
}

export async function selectRun(db: Db, id: string): Promise<RunRow | null> {
	const [row] = await db.select().from(awardRun).where(eq(awardRun.id, id));
	return row ?? null;
}

export async function findRun(db: Db, honourId: string, cycle: string): Promise<RunRow | null> {
	const [row] = await db
		.select()
		.from(awardRun)
		.where(and(eq(awardRun.honourId, honourId), eq(awardRun.cycle, cycle)));
	return row ?? null;
}

/** All selections, the newest cycle first. */
export function selectRuns(db: Db): Promise<RunRow[]> {
	return db.select().from(awardRun).orderBy(desc(awardRun.openedAt));
}

/** Selections opened since an instant: those that something can still wait in. */
export function selectRunsSince(db: Db, since: Date): Promise<RunRow[]> {
	return db.select().from(awardRun).where(gte(awardRun.openedAt, since)).orderBy(desc(awardRun.openedAt));
}

/** Whoever decides about a selection waits for whoever is deciding. */
export async function lockRun(db: Db, id: string): Promise<RunRow | null> {
	const [row] = await db.select().from(awardRun).where(eq(awardRun.id, id)).for('update');
	return row ?? null;
}

/** The logs of some selections, each in order. */
export async function selectSteps(db: Db, runIds: readonly string[]): Promise<Map<string, Step[]>> {
	const logs = new Map<string, Step[]>(runIds.map((id) => [id, []]));
	if (runIds.length === 0) return logs;
	const rows = await db
		.select()
		.from(awardStep)
		.where(inArray(awardStep.runId, [...runIds]))
		.orderBy(asc(awardStep.runId), asc(awardStep.number));
	for (const { runId, at, ...row } of rows) logs.get(runId)!.push({ ...row, on: dayOf(at) } as Step);
	return logs;
}

export async function insertStep(db: Db, runId: string, { on: _, ...step }: Step, at: Date): Promise<void> {
	await db.insert(awardStep).values({ ...step, runId, at });
}

/** So many decisions of the year have a number; held until the transaction ends, so that no two get the same one. */
export async function countNumbers(db: Db, pattern: string): Promise<number> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext('leitai:award-number'))`);
	const number = sql`${awardStep.detail}->>'number'`;
	const [row] = await db
		.select({ count: sql<number>`count(distinct ${number})::int` })
		.from(awardStep)
		.where(and(eq(awardStep.act, 'publish'), sql`${number} like ${pattern}`));
	return row?.count ?? 0;
}

// —— sheets that are being written ——

export async function selectDraft(db: Db, runId: string, reviewerId: string) {
	const [row] = await db
		.select({ sheet: awardDraft.sheet, savedAt: awardDraft.savedAt })
		.from(awardDraft)
		.where(and(eq(awardDraft.runId, runId), eq(awardDraft.reviewerId, reviewerId)));
	return row ?? null;
}

export async function saveDraft(
	db: Db,
	row: { readonly runId: string; readonly reviewerId: string; readonly sheet: Sheet; readonly savedAt: Date }
): Promise<void> {
	const { sheet, savedAt } = row;
	await db
		.insert(awardDraft)
		.values(row)
		.onConflictDoUpdate({ target: [awardDraft.runId, awardDraft.reviewerId], set: { sheet, savedAt } });
}

export async function deleteDraft(db: Db, runId: string, reviewerId: string): Promise<void> {
	await db.delete(awardDraft).where(and(eq(awardDraft.runId, runId), eq(awardDraft.reviewerId, reviewerId)));
}

// —— what the public reads ——

/** Brings one notice to what the selection says now. */
export async function saveNotice(
	db: Db,
	notice: PublicNotice,
	{ id, runId, now }: { readonly id: string; readonly runId: string; readonly now: Date }
): Promise<void> {
	const { nomineeId: nominee, kind, ...told } = notice;
	const values = { ...told, runId, nominee, nomineeId: kind === 'person' ? nominee : null, changedAt: now };
	await db
		.insert(awardNotice)
		.values({ id, ...values })
		.onConflictDoUpdate({
			target: [awardNotice.runId, awardNotice.nominee],
			set: { ...told, changedAt: now }
		});
}

/** Without whose they are: pages of the public need no id of a person. */
const PUBLIC = {
	...{ runId: awardNotice.runId, state: awardNotice.state, honour: awardNotice.honour, cycle: awardNotice.cycle },
	...{ name: awardNotice.name, unitName: awardNotice.unitName, deeds: awardNotice.deeds },
	...{ noticedOn: awardNotice.noticedOn, lastDay: awardNotice.lastDay, explanation: awardNotice.explanation },
	...{ number: awardNotice.number, publishedOn: awardNotice.publishedOn },
	...{ revokedOn: awardNotice.revokedOn, reason: awardNotice.reason }
};
const SHOWN = ['publicity', 'published', 'revoked'] as const;

export function selectNotices(db: Db, runId: string | null) {
	return db
		.select(PUBLIC)
		.from(awardNotice)
		.where(and(inArray(awardNotice.state, [...SHOWN]), runId === null ? undefined : eq(awardNotice.runId, runId)))
		.orderBy(desc(awardNotice.noticedOn), asc(awardNotice.name));
}
export type ShownNotice = Awaited<ReturnType<typeof selectNotices>>[number];

export async function selectNoticeChange(db: Db): Promise<Date | null> {
	const [row] = await db.select({ at: max(awardNotice.changedAt) }).from(awardNotice);
	return row?.at ?? null;
}

export async function findByCode(db: Db, code: string) {
	const [row] = await db
		.select({ ...PUBLIC, changedAt: awardNotice.changedAt })
		.from(awardNotice)
		.where(eq(awardNotice.code, code));
	return row ?? null;
}

/** One certificate of a selection, for whoever is signed in. */
export async function selectCertificate(db: Db, runId: string, nominee: string): Promise<NoticeRow | null> {
	const [row] = await db
		.select()
		.from(awardNotice)
		.where(and(eq(awardNotice.runId, runId), eq(awardNotice.nominee, nominee)));
	return row ?? null;
}
