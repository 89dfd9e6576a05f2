import { asc, eq } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { drillAnswer } from '#db/schema/drills.ts';
import type { Answer } from '../../domain/item.ts';
import type { Memory, Past } from '../../domain/memory.ts';

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

export function selectAnswers(db: Db, setId: string) {
	return db.select().from(drillAnswer).where(eq(drillAnswer.setId, setId)).orderBy(asc(drillAnswer.position));
}
export type StoredAnswer = Awaited<ReturnType<typeof selectAnswers>>[number];
