import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { assessmentClosing, assessmentEntry, assessmentReview } from '#db/schema/ranking-assessment.ts';
import { closedCycle, ledgerEntry } from '#db/schema/ranking.ts';
import type { Entry } from '../../domain/assessment/entry.ts';
import type { UnitStanding } from '../../domain/board.ts';

/** Whoever writes for a unit and period waits for whoever is writing there; held until the transaction ends. */
export async function lockAssessment(db: Db, unitId: string, period: string): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`leitai:assessment:${unitId}:${period}`}))`);
}

/** The entries of some units in a year, in its periods and as a whole, each with its decision. */
export async function selectEntries(db: Db, unitIds: readonly string[], year: string): Promise<Entry[]> {
	if (unitIds.length === 0) return [];
	return db
		.select(COLUMNS)
		.from(assessmentEntry)
		.leftJoin(assessmentReview, eq(assessmentReview.entryId, assessmentEntry.id))
		.where(and(inArray(assessmentEntry.unitId, [...unitIds]), sql`left(${assessmentEntry.period}, 4) = ${year}`))
		.orderBy(asc(assessmentEntry.enteredAt), asc(assessmentEntry.number));
}

const COLUMNS = {
	...{ id: assessmentEntry.id, unitId: assessmentEntry.unitId, period: assessmentEntry.period },
	...{ subject: assessmentEntry.subject, number: assessmentEntry.number, figures: assessmentEntry.figures },
	...{ account: assessmentEntry.account, document: assessmentEntry.document },
	...{ documentOn: assessmentEntry.documentOn, link: assessmentEntry.link },
	...{ enteredBy: assessmentEntry.enteredBy, enteredAt: assessmentEntry.enteredAt },
	...{ verdict: assessmentReview.verdict, reason: assessmentReview.reason },
	...{ reviewedBy: assessmentReview.reviewedBy, reviewedAt: assessmentReview.reviewedAt }
};

export async function insertEntries(db: Db, rows: (typeof assessmentEntry.$inferInsert)[]): Promise<void> {
	if (rows.length > 0) await db.insert(assessmentEntry).values(rows);
}

export async function insertReviews(db: Db, rows: (typeof assessmentReview.$inferInsert)[]): Promise<void> {
	if (rows.length > 0) await db.insert(assessmentReview).values(rows);
}

/** Whoever closes a period waits for whoever is closing one; held until the transaction ends. */
export async function lockClosings(db: Db): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext('leitai:assessment-closing'))`);
}

/** Every closing of the periods of a year, oldest version first. */
export function selectClosings(db: Db, year: string): Promise<(typeof assessmentClosing.$inferSelect)[]> {
	return db
		.select()
		.from(assessmentClosing)
		.where(sql`left(${assessmentClosing.period}, 4) = ${year}`)
		.orderBy(asc(assessmentClosing.version));
}

export async function insertClosings(db: Db, rows: (typeof assessmentClosing.$inferInsert)[]): Promise<void> {
	if (rows.length > 0) await db.insert(assessmentClosing).values(rows);
}

/** The units' part of closed boards, by month. */
export async function selectClosedUnits(db: Db, cycles: readonly string[]): Promise<Map<string, UnitStanding[]>> {
	if (cycles.length === 0) return new Map();
	const rows = await db
		.select({ cycle: closedCycle.cycle, units: sql<UnitStanding[]>`${closedCycle.board}->'units'` })
		.from(closedCycle)
		.where(inArray(closedCycle.cycle, [...cycles]));
	return new Map(rows.map(({ cycle, units }) => [cycle, units]));
}

/** Who has an entry of a source in the ledger, with the unit of that day and the month. */
export function selectCredited(
	db: Db,
	source: string,
	{ from, before }: { readonly from: string; readonly before: string }
): Promise<{ unitId: string; officerId: string; month: string }[]> {
	const month = sql<string>`to_char(${ledgerEntry.day}, 'YYYY-MM')`;
	return db
		.selectDistinct({ unitId: ledgerEntry.unitId, officerId: ledgerEntry.officerId, month })
		.from(ledgerEntry)
		.where(
			and(
				eq(ledgerEntry.source, source),
				sql`${ledgerEntry.day} >= ${from}::date`,
				sql`${ledgerEntry.day} < ${before}::date`
			)
		);
}
