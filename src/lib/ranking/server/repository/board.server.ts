import { type SQL, and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { tally } from '#db/schema/ranking.ts';
import type { UnitSum } from '../../domain/board.ts';
import { STANDING_PER_POINT } from '../../domain/score.ts';
import type { Tally } from '../../domain/tally.ts';

// A month's board as its tallies give it: a page of it costs what a page costs, however many officers there are.

/** One officer's place; `standing` orders them. */
export interface BoardRow {
	readonly officerId: string;
	readonly unitId: string;
	readonly standing: number;
}
const ROW = { officerId: tally.officerId, unitId: tally.unitId, standing: tally.standing };

/** Highest first; inside a shared rank by id, as on a published board. */
const IN_ORDER = [desc(tally.standing), asc(tally.officerId)] as const;

export function selectPage(db: Db, cycle: string, { rows, from }: { rows: number; from: number }): Promise<BoardRow[]> {
	return db
		.select(ROW)
		.from(tally)
		.where(eq(tally.cycle, cycle))
		.orderBy(...IN_ORDER)
		.limit(rows)
		.offset(from);
}

/** Every row of a month without its figures. */
export function selectWhole(db: Db, cycle: string): Promise<BoardRow[]> {
	return db
		.select(ROW)
		.from(tally)
		.where(eq(tally.cycle, cycle))
		.orderBy(...IN_ORDER);
}

export async function selectTalliesOf(
	db: Db,
	cycle: string,
	officerIds: readonly string[]
): Promise<Map<string, Tally>> {
	if (officerIds.length === 0) return new Map();
	const rows = await db
		.select({ officerId: tally.officerId, tally: tally.tally })
		.from(tally)
		.where(and(eq(tally.cycle, cycle), inArray(tally.officerId, [...officerIds])));
	return new Map(rows.map((row) => [row.officerId, row.tally]));
}

/** How many take part in a month. */
export async function countRows(db: Db, cycle: string): Promise<number> {
	return countWhere(db, eq(tally.cycle, cycle));
}

/** How many stand higher in a month than a standing. */
export async function countHigher(db: Db, cycle: string, standing: number): Promise<number> {
	return countWhere(db, and(eq(tally.cycle, cycle), sql`${tally.standing} > ${standing}`));
}

async function countWhere(db: Db, where: SQL | undefined): Promise<number> {
	const [row] = await db.select({ count: count() }).from(tally).where(where);
	return row!.count;
}

/** One officer's row with how many stand higher; null = does not take part. */
export async function selectPlace(db: Db, cycle: string, officerId: string) {
	const [row] = await db
		.select({ ...ROW, tally: tally.tally })
		.from(tally)
		.where(and(eq(tally.cycle, cycle), eq(tally.officerId, officerId)));
	return row ? { ...row, higher: await countHigher(db, cycle, row.standing) } : null;
}

/** The ranked rows just before and just after one, in the order of the board, and how many rows stand before the first of them. */
export async function selectAround(db: Db, cycle: string, { officerId, standing }: BoardRow, reach: number) {
	const before = sql`(${tally.standing}, ${officerId}::uuid) > (${standing}::bigint, ${tally.officerId})`;
	const after = sql`(${standing}::bigint, ${tally.officerId}) > (${tally.standing}, ${officerId}::uuid)`;
	const isRanked = sql`${tally.standing} >= 0`;
	const of = (where: SQL) =>
		db
			.select(ROW)
			.from(tally)
			.where(and(eq(tally.cycle, cycle), isRanked, where));
	const [above, below, rowsBefore] = await Promise.all([
		of(before).orderBy(asc(tally.standing), desc(tally.officerId)).limit(reach),
		of(after)
			.orderBy(...IN_ORDER)
			.limit(reach),
		countWhere(db, and(eq(tally.cycle, cycle), before))
	]);
	return { above: above.reverse(), below, rowsBefore: rowsBefore - above.length };
}

/** What the ranked officers of each unit have together; SQL only sums. */
export function selectUnitSums(db: Db, cycle: string): Promise<UnitSum[]> {
	const isRanked = sql`filter (where ${tally.standing} >= 0)`;
	const total = sql`${tally.standing} / ${sql.raw(String(STANDING_PER_POINT))}`;
	return db
		.select({
			unitId: tally.unitId,
			officers: sql<number>`count(*)::int`,
			ranked: sql<number>`(count(*) ${isRanked})::int`,
			sum: sql<number>`coalesce(sum(${total}) ${isRanked}, 0)::float8`
		})
		.from(tally)
		.where(eq(tally.cycle, cycle))
		.groupBy(tally.unitId);
}
