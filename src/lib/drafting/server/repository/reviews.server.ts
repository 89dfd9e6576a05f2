import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { findingRuling, reviewAttempt, reviewFinding } from '#db/schema/drafting-review.ts';
import type { Finding } from '../../domain/review/finding.ts';
import type { ScoreSheet } from '../../domain/review/score-sheet.ts';

export type StoredAttempt = typeof reviewAttempt.$inferSelect;
export type StoredFinding = typeof reviewFinding.$inferSelect;
export type StoredRuling = typeof findingRuling.$inferSelect;

/** In the tables '' stands for the file as a whole, which a primary key can hold. */
export const keyOfDocument = (document: string | null) => document ?? '';
export const documentOfKey = (key: string) => (key === '' ? null : key);

/** Begins a review unless this officer has one of this version already. */
export async function insertAttempt(db: Db, one: typeof reviewAttempt.$inferInsert): Promise<void> {
	await db.insert(reviewAttempt).values(one).onConflictDoNothing();
}

/** An officer's last review of a file; null = none. */
export async function selectLatest(db: Db, officerId: string, pieceId: string): Promise<StoredAttempt | null> {
	const [row] = await db
		.select()
		.from(reviewAttempt)
		.where(and(eq(reviewAttempt.officerId, officerId), eq(reviewAttempt.pieceId, pieceId)))
		.orderBy(desc(reviewAttempt.pieceVersion))
		.limit(1);
	return row ?? null;
}

export function selectOwn(db: Db, officerId: string): Promise<StoredAttempt[]> {
	return db
		.select()
		.from(reviewAttempt)
		.where(eq(reviewAttempt.officerId, officerId))
		.orderBy(asc(reviewAttempt.startedAt));
}

/** Whether the officer handed in another version of the same file. */
export async function hasHandedInBefore(
	db: Db,
	{ id, officerId, pieceId }: Pick<StoredAttempt, 'id' | 'officerId' | 'pieceId'>
): Promise<boolean> {
	const isMeant = [eq(reviewAttempt.officerId, officerId), eq(reviewAttempt.pieceId, pieceId)];
	const rows = await db
		.select({ id: reviewAttempt.id })
		.from(reviewAttempt)
		.where(and(...isMeant, ne(reviewAttempt.id, id), isNotNull(reviewAttempt.handedInAt)))
		.limit(1);
	return rows.length > 0;
}

/** Everybody's finished review of a version, by officer. */
export function selectHandedIn(
	db: Db,
	piece: { readonly id: string; readonly version: number }
): Promise<StoredAttempt[]> {
	const isMeant = [eq(reviewAttempt.pieceId, piece.id), eq(reviewAttempt.pieceVersion, piece.version)];
	return db
		.select()
		.from(reviewAttempt)
		.where(and(...isMeant, isNotNull(reviewAttempt.handedInAt)))
		.orderBy(asc(reviewAttempt.officerId));
}

/** Locks a review that is still open, so that nothing is marked while it is handed in; false = it is not open. */
export async function lockOpen(db: Db, id: string): Promise<boolean> {
	const rows = await db
		.select({ id: reviewAttempt.id })
		.from(reviewAttempt)
		.where(and(eq(reviewAttempt.id, id), isNull(reviewAttempt.handedInAt)))
		.for('update');
	return rows.length > 0;
}

export async function handIn(db: Db, id: string, { sheet, now }: { sheet: ScoreSheet; now: Date }): Promise<void> {
	await db.update(reviewAttempt).set({ sheet, handedInAt: now }).where(eq(reviewAttempt.id, id));
}

/** Saves a finding; the same rule at the same document is marked once, the last word on it stands. */
export async function saveFinding(db: Db, attemptId: string, finding: Finding, now: Date): Promise<void> {
	const { document, rule, field, severity, consequence } = finding;
	const said = { field, severity, consequence, withdrawnAt: null };
	await db
		.insert(reviewFinding)
		.values({ attemptId, document: keyOfDocument(document), rule, markedAt: now, ...said })
		.onConflictDoUpdate({
			target: [reviewFinding.attemptId, reviewFinding.document, reviewFinding.rule],
			set: said
		});
}

type FindingKey = Pick<Finding, 'document' | 'rule'>;

/** Takes a finding back, or brings it back. @returns whether there is such a finding */
export async function setWithdrawn(
	db: Db,
	attemptId: string,
	{ document, rule, at }: FindingKey & { at: Date | null }
): Promise<boolean> {
	const rows = await db
		.update(reviewFinding)
		.set({ withdrawnAt: at })
		.where(
			and(
				eq(reviewFinding.attemptId, attemptId),
				eq(reviewFinding.document, keyOfDocument(document)),
				eq(reviewFinding.rule, rule)
			)
		)
		.returning({ rule: reviewFinding.rule });
	return rows.length > 0;
}

/** What was marked, in the order of time, also what was taken back. */
export function selectFindings(db: Db, attemptId: string): Promise<StoredFinding[]> {
	return db
		.select()
		.from(reviewFinding)
		.where(eq(reviewFinding.attemptId, attemptId))
		.orderBy(asc(reviewFinding.markedAt), asc(reviewFinding.rule));
}

/** What an officer marked in all files and did not take back. */
export function selectOwnFindings(db: Db, officerId: string): Promise<StoredFinding[]> {
	return db
		.select(columnsOf())
		.from(reviewFinding)
		.innerJoin(reviewAttempt, eq(reviewAttempt.id, reviewFinding.attemptId))
		.where(and(eq(reviewAttempt.officerId, officerId), isNull(reviewFinding.withdrawnAt)));
}

const columnsOf = () => {
	const { attemptId, document, rule, field, severity, consequence, markedAt, withdrawnAt } = reviewFinding;
	return { attemptId, document, rule, field, severity, consequence, markedAt, withdrawnAt };
};

/** What was marked in a file by everybody who handed it in, without names: how often each rule at each document. */
export function selectMarkedBy(db: Db, piece: { readonly id: string; readonly version: number }) {
	const { document, rule, severity } = reviewFinding;
	return db
		.select({ document, rule, severity, times: sql<number>`count(*)::int` })
		.from(reviewFinding)
		.innerJoin(reviewAttempt, eq(reviewAttempt.id, reviewFinding.attemptId))
		.where(
			and(
				...[eq(reviewAttempt.pieceId, piece.id), eq(reviewAttempt.pieceVersion, piece.version)],
				...[isNotNull(reviewAttempt.handedInAt), isNull(reviewFinding.withdrawnAt)]
			)
		)
		.groupBy(document, rule, severity)
		.orderBy(asc(document), asc(rule));
}

/** How many handed a version in. */
export async function countHandedIn(db: Db, piece: { readonly id: string; readonly version: number }): Promise<number> {
	const [row] = await db
		.select({ count: sql<number>`count(*)::int` })
		.from(reviewAttempt)
		.where(
			and(
				...[eq(reviewAttempt.pieceId, piece.id), eq(reviewAttempt.pieceVersion, piece.version)],
				isNotNull(reviewAttempt.handedInAt)
			)
		);
	return row?.count ?? 0;
}

/** Every decision about findings, oldest first; without a piece those about all. */
export function selectRulings(
	db: Db,
	piece?: { readonly id: string; readonly version: number }
): Promise<StoredRuling[]> {
	const isMeant = piece && and(eq(findingRuling.pieceId, piece.id), eq(findingRuling.pieceVersion, piece.version));
	return db.select().from(findingRuling).where(isMeant).orderBy(asc(findingRuling.ruledAt), asc(findingRuling.number));
}

/** @returns false when somebody decided in the meantime */
export async function insertRuling(db: Db, one: typeof findingRuling.$inferInsert): Promise<boolean> {
	const rows = await db.insert(findingRuling).values(one).onConflictDoNothing().returning({ rule: findingRuling.rule });
	return rows.length > 0;
}
