import { readUnitsOf } from '#lib/identity/server/use-cases/directory.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { recordEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import * as answersRepository from '../repository/answers.server.ts';
import * as setsRepository from '../repository/sets.server.ts';
import type { StoredAnswer } from '../repository/answers.server.ts';

/** Facts for the ledger, never points: the rule of the month makes points of them. */
export function toFacts(answers: readonly StoredAnswer[]) {
	return answers.map(({ itemId, itemVersion, mark, daysSinceLast, daysSinceFirstSuccess, wasDue }) => ({
		...{ subject: `item:${itemId}@${itemVersion}`, mark, daysSinceLast, daysSinceFirstSuccess, wasDue }
	}));
}

/**
 * Closes daily sets of earlier days that were left unfinished: what was answered is recorded, so that nobody can drop a
 * set that goes badly. Safe to run on any node at any time.
 */
export async function closeExpiredOf(ctx: Ctx, officerId?: string): Promise<number> {
	const today = dayOf(ctx.now);
	const expired = await setsRepository.selectExpired(ctx.db, today, officerId);
	const units =
		expired.length === 0
			? new Map<string, string>()
			: await readUnitsOf(
					ctx,
					expired.map((set) => set.officerId)
				);
	for (const set of expired) {
		await inTransaction(ctx, async (inner) => {
			if (!(await setsRepository.finishSet(inner.db, set.id, ctx.now))) return;
			const answers = await answersRepository.selectAnswers(inner.db, set.id);
			if (answers.length === 0) return;
			const unitId = units.get(set.officerId)!;
			const place = { officerId: set.officerId, unitId, source: 'daily-set' as const, sourceId: set.id, day: today };
			await recordEntry(inner, { ...place, complete: false, facts: toFacts(answers) });
		});
	}
	return expired.length;
}
