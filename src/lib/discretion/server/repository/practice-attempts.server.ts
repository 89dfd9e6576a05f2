import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { practiceAttempt, practiceCaseVersion, practiceStep } from '#db/schema/discretion-practice.ts';
import type { PracticeStep } from '../../domain/practice-answer.ts';

export type NewAttempt = typeof practiceAttempt.$inferInsert;
export type StoredAttempt = typeof practiceAttempt.$inferSelect;
export type NewStep = typeof practiceStep.$inferInsert;
export type StoredStep = typeof practiceStep.$inferSelect;

/** Begins an attempt, or finds the one that is open already (in a quarter: the only one). @returns the id that stands */
export async function insertAttempt(db: Db, one: NewAttempt): Promise<string> {
	const [made] = await db
		.insert(practiceAttempt)
		.values(one)
		.onConflictDoNothing()
		.returning({ id: practiceAttempt.id });
	if (made) return made.id;
	const [standing] = await db
		.select({ id: practiceAttempt.id })
		.from(practiceAttempt)
		.where(
			and(
				eq(practiceAttempt.officerId, one.officerId),
				eq(practiceAttempt.mode, one.mode),
				one.caseId ? eq(practiceAttempt.caseId, one.caseId) : isNull(practiceAttempt.caseId),
				one.quarter
					? eq(practiceAttempt.quarter, one.quarter)
					: and(isNull(practiceAttempt.finishedAt), eq(practiceAttempt.level, one.level))
			)
		);
	return standing!.id;
}

/** An officer's own attempt; null when it is not theirs or not there. */
export async function selectAttempt(db: Db, id: string, officerId: string): Promise<StoredAttempt | null> {
	const [row] = await db
		.select()
		.from(practiceAttempt)
		.where(and(eq(practiceAttempt.id, id), eq(practiceAttempt.officerId, officerId)));
	return row ?? null;
}

/** What was given so far, in the order of time. */
export function selectSteps(db: Db, attemptIds: readonly string[]): Promise<StoredStep[]> {
	if (attemptIds.length === 0) return Promise.resolve([]);
	return db
		.select()
		.from(practiceStep)
		.where(inArray(practiceStep.attemptId, [...attemptIds]))
		.orderBy(asc(practiceStep.givenAt));
}

/** Stores a step once. @returns false when it was given before: the first answer stands */
export async function insertStep(db: Db, one: NewStep): Promise<boolean> {
	const rows = await db.insert(practiceStep).values(one).onConflictDoNothing().returning({ step: practiceStep.step });
	return rows.length > 0;
}

/** Ends an attempt; whoever comes second changes nothing. */
export async function finishAttempt(db: Db, id: string, { mark, now }: { mark: number; now: Date }): Promise<void> {
	await db
		.update(practiceAttempt)
		.set({ mark, finishedAt: now })
		.where(and(eq(practiceAttempt.id, id), isNull(practiceAttempt.finishedAt)));
}

/** Whether the officer finished another attempt at the same case. */
export async function hasFinishedBefore(
	db: Db,
	{ id, officerId, caseId }: { readonly id: string; readonly officerId: string; readonly caseId: string }
): Promise<boolean> {
	const isMeant = [eq(practiceAttempt.officerId, officerId), eq(practiceAttempt.caseId, caseId)];
	const rows = await db
		.select({ id: practiceAttempt.id })
		.from(practiceAttempt)
		.where(and(...isMeant, ne(practiceAttempt.id, id), isNotNull(practiceAttempt.finishedAt)))
		.limit(1);
	return rows.length > 0;
}

/** An officer's attempts, newest first, with how far each is. */
export function selectOwn(db: Db, officerId: string, limit: number) {
	const { id, mode, caseId, level, quarter, startedAt, finishedAt, mark } = practiceAttempt;
	return db
		.select({
			...{ id, mode, caseId, level, quarter, startedAt, finishedAt, mark },
			title: sql<string>`coalesce(${practiceCaseVersion.title}, ${practiceAttempt.generated}->>'title')`,
			steps: sql<number>`(select count(*)::int from practice_step s where s.attempt_id = ${practiceAttempt.id})`
		})
		.from(practiceAttempt)
		.leftJoin(
			practiceCaseVersion,
			and(eq(practiceCaseVersion.id, caseId), eq(practiceCaseVersion.version, practiceAttempt.caseVersion))
		)
		.where(eq(practiceAttempt.officerId, officerId))
		.orderBy(desc(startedAt))
		.limit(limit);
}

/** How an officer stands at each case: best mark, number of finished attempts, the open one. */
export async function selectStanding(db: Db, officerId: string) {
	const rows = await db
		.select({
			caseId: practiceAttempt.caseId,
			best: sql<number | null>`max(${practiceAttempt.mark})::int`,
			times: sql<number>`count(*) filter (where ${practiceAttempt.finishedAt} is not null)::int`,
			openId: sql<
				string | null
			>`(array_agg(${practiceAttempt.id}) filter (where ${practiceAttempt.finishedAt} is null))[1]`
		})
		.from(practiceAttempt)
		.where(
			and(
				eq(practiceAttempt.officerId, officerId),
				eq(practiceAttempt.mode, 'practice'),
				isNotNull(practiceAttempt.caseId)
			)
		)
		.groupBy(practiceAttempt.caseId);
	return new Map(rows.map((row) => [row.caseId, row]));
}

/** Every attempt at the reference cases of some quarters, by whoever. */
export function selectReference(db: Db, quarters: readonly string[]) {
	const { id, officerId, caseId, caseVersion, quarter, finishedAt, mark } = practiceAttempt;
	return db
		.select({ id, officerId, caseId, caseVersion, quarter, finishedAt, mark })
		.from(practiceAttempt)
		.where(and(eq(practiceAttempt.mode, 'reference'), inArray(quarter, [...quarters])))
		.orderBy(asc(practiceAttempt.id));
}
export type ReferenceAttempt = Awaited<ReturnType<typeof selectReference>>[number];

/** The quarters in which anybody decided a reference case. */
export async function selectQuarters(db: Db): Promise<string[]> {
	const rows = await db
		.selectDistinct({ quarter: practiceAttempt.quarter })
		.from(practiceAttempt)
		.where(and(isNotNull(practiceAttempt.quarter), isNotNull(practiceAttempt.finishedAt)))
		.orderBy(desc(practiceAttempt.quarter));
	return rows.flatMap(({ quarter }) => quarter ?? []);
}

/** What was given at the steps that consistency compares, of many attempts at once. */
export function selectGiven(db: Db, attemptIds: readonly string[], steps: readonly PracticeStep[]) {
	const { attemptId, step, given } = practiceStep;
	if (attemptIds.length === 0) return Promise.resolve([]);
	return db
		.select({ attemptId, step, given })
		.from(practiceStep)
		.where(and(inArray(attemptId, [...attemptIds]), inArray(step, [...steps])));
}
