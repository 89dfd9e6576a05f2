import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { arenaBundleVersion } from '#db/schema/arena-bundles.ts';
import { arenaRehearsal } from '#db/schema/arena-rehearsal.ts';
import type { AnsweredArgument } from '../../domain/rehearsal/rehearsal.ts';

export type NewRehearsal = Omit<typeof arenaRehearsal.$inferInsert, 'answers' | 'finishedAt' | 'mark'>;
export type StoredRehearsal = typeof arenaRehearsal.$inferSelect;

/** Begins a rehearsal, or finds the one that is open already. @returns the id that stands */
export async function insertRehearsal(db: Db, one: NewRehearsal): Promise<string> {
	const [made] = await db.insert(arenaRehearsal).values(one).onConflictDoNothing().returning({ id: arenaRehearsal.id });
	if (made) return made.id;
	const isSame = [
		eq(arenaRehearsal.officerId, one.officerId),
		eq(arenaRehearsal.bundleId, one.bundleId),
		eq(arenaRehearsal.side, one.side),
		eq(arenaRehearsal.stage, one.stage)
	];
	const [standing] = await db
		.select({ id: arenaRehearsal.id })
		.from(arenaRehearsal)
		.where(and(...isSame, isNull(arenaRehearsal.finishedAt)));
	return standing!.id;
}

/** An officer's own rehearsal; null when it is not theirs or not there. */
export async function selectRehearsal(db: Db, id: string, officerId: string): Promise<StoredRehearsal | null> {
	const [row] = await db
		.select()
		.from(arenaRehearsal)
		.where(and(eq(arenaRehearsal.id, id), eq(arenaRehearsal.officerId, officerId)));
	return row ?? null;
}

/**
 * Appends one answer where the rehearsal still stands as it was read; a second submit changes nothing.
 * @param end set with the last answer
 * @returns false when somebody was faster
 */
export async function appendAnswer(
	db: Db,
	{ id, answers }: Pick<StoredRehearsal, 'id' | 'answers'>,
	{ answer, end }: { readonly answer: AnsweredArgument; readonly end: { mark: number; at: Date } | null }
): Promise<boolean> {
	const rows = await db
		.update(arenaRehearsal)
		.set({
			answers: sql`${arenaRehearsal.answers} || ${JSON.stringify([answer])}::jsonb`,
			...(end && { mark: end.mark, finishedAt: end.at })
		})
		.where(
			and(
				eq(arenaRehearsal.id, id),
				isNull(arenaRehearsal.finishedAt),
				sql`jsonb_array_length(${arenaRehearsal.answers}) = ${answers.length}`
			)
		)
		.returning({ id: arenaRehearsal.id });
	return rows.length > 0;
}

/** An officer's rehearsals, newest first. */
export function selectOwn(db: Db, officerId: string, limit: number) {
	const { id, bundleId, side, stage, startedAt, finishedAt, mark } = arenaRehearsal;
	return db
		.select({
			...{ id, bundleId, side, stage, startedAt, finishedAt, mark, title: arenaBundleVersion.title },
			done: sql<number>`jsonb_array_length(${arenaRehearsal.answers})`
		})
		.from(arenaRehearsal)
		.innerJoin(
			arenaBundleVersion,
			and(eq(arenaBundleVersion.id, bundleId), eq(arenaBundleVersion.version, arenaRehearsal.bundleVersion))
		)
		.where(eq(arenaRehearsal.officerId, officerId))
		.orderBy(desc(startedAt))
		.limit(limit);
}
