import { and, asc, count, desc, eq, inArray, not, or, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { boardChoice, correctionRequest, correctionStep } from '#db/schema/own-data.ts';
import type { About } from '../domain/correction.ts';

type RequestRow = typeof correctionRequest.$inferSelect;
type StepRow = typeof correctionStep.$inferSelect;
export type StoredRequest = RequestRow & { readonly steps: readonly StepRow[] };

/** @returns false when there is a request of this id */
export async function insertRequest(db: Db, row: RequestRow): Promise<boolean> {
	const rows = await db
		.insert(correctionRequest)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: correctionRequest.id });
	return rows.length > 0;
}

/** One request with its steps, held against others who answer it until the transaction ends. */
export async function lockRequest(db: Db, id: string): Promise<StoredRequest | null> {
	const [row] = await db.select().from(correctionRequest).where(eq(correctionRequest.id, id)).for('update');
	if (!row) return null;
	const [request] = await withSteps(db, [row]);
	return request!;
}

export async function insertStep(db: Db, row: StepRow): Promise<void> {
	await db.insert(correctionStep).values(row);
}

/** A person's own requests, newest first. */
export async function selectOwn(db: Db, personId: string): Promise<StoredRequest[]> {
	const rows = await db
		.select()
		.from(correctionRequest)
		.where(eq(correctionRequest.personId, personId))
		.orderBy(desc(correctionRequest.requestedAt), desc(correctionRequest.id));
	return withSteps(db, rows);
}

/** What somebody answers: requests about a matter from people of some units. */
export interface Duty {
	readonly about: About;
	readonly unitIds: readonly string[];
}

const IS_ENDED = sql`exists (select 1 from correction_step s where s.request_id = correction_request.id)`;
const within = (duties: readonly Duty[]) =>
	or(
		sql`false`,
		...duties
			.filter(({ unitIds }) => unitIds.length > 0)
			.map(({ about, unitIds }) =>
				and(eq(correctionRequest.about, about), inArray(correctionRequest.unitId, [...unitIds]))
			)
	);

/** Requests without an answer, oldest first, or the newest of those that have ended. */
export async function selectQueue(
	db: Db,
	duties: readonly Duty[],
	{ ended, limit }: { readonly ended: boolean; readonly limit: number }
): Promise<StoredRequest[]> {
	const at = correctionRequest.requestedAt;
	const rows = await db
		.select()
		.from(correctionRequest)
		.where(and(within(duties), ended ? IS_ENDED : not(IS_ENDED)))
		.orderBy(ended ? desc(at) : asc(at), asc(correctionRequest.id))
		.limit(limit);
	return withSteps(db, rows);
}

export async function countOpen(db: Db, duties: readonly Duty[]): Promise<number> {
	const [row] = await db
		.select({ count: count() })
		.from(correctionRequest)
		.where(and(within(duties), not(IS_ENDED)));
	return row?.count ?? 0;
}

async function withSteps(db: Db, rows: readonly RequestRow[]): Promise<StoredRequest[]> {
	if (rows.length === 0) return [];
	const ids = rows.map(({ id }) => id);
	const steps = await db
		.select()
		.from(correctionStep)
		.where(inArray(correctionStep.requestId, ids))
		.orderBy(asc(correctionStep.requestId), asc(correctionStep.number));
	return rows.map((row) => ({ ...row, steps: steps.filter(({ requestId }) => requestId === row.id) }));
}

// —— boards ——

export async function saveChoice(db: Db, row: typeof boardChoice.$inferInsert): Promise<void> {
	const { isHidden, chosenAt } = row;
	await db
		.insert(boardChoice)
		.values(row)
		.onConflictDoUpdate({ target: boardChoice.personId, set: { isHidden, chosenAt } });
}

const readHidden = statement<{ personId: string }>(`
	select person_id as "personId" from board_choice where is_hidden and person_id = any(string_to_array($1, ' ')::uuid[])`);

/** Those of some people who do not want to be named. */
export async function selectHidden(db: Db, ids: readonly string[]): Promise<Set<string>> {
	const rows = await readHidden(db, [ids.join(' ')]);
	return new Set(rows.map(({ personId }) => personId));
}
