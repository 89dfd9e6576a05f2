import { readUnitsOf } from '#lib/identity/server/use-cases/directory.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { finishSet } from '../finish-set.server.ts';
import * as setsRepository from '../repository/sets.server.ts';

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
		await inTransaction(ctx, (inner) => finishSet(inner, { ...set, kind: 'daily', unitId: units.get(set.officerId)! }));
	}
	return expired.length;
}
