import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { readSetting } from '#lib/settings/server/use-cases/read-settings.server.ts';
import { addMonths, dayOf, instantOf } from '#lib/shared/time.ts';
import * as seals from '../repository/seals.server.ts';

/** Of one sweep, so that nobody waits for it long. */
const MOST_SEALS = 50;

/**
 * Takes away entries that are sealed and older than the office keeps them, whole seals only and in order; the seals stay, so
 * that the chain can still be walked from its beginning. @returns how many entries went
 */
export function purgeLog(ctx: Ctx): Promise<number> {
	return inTransaction(ctx, async (inner) => {
		const { db, now } = inner;
		const months = await readSetting(inner, 'audit.retention-months');
		await seals.lockSeals(db);
		const after = (await seals.selectPurges(db)).at(-1)?.seal ?? 0;
		const cutoff = instantOf(addMonths(dayOf(now), -months));
		const expired = await seals.selectExpired(db, { after, cutoff, most: MOST_SEALS });
		if (!expired) return 0;
		await seals.insertPurge(db, { ...expired, months, purgedAt: now });
		await seals.deleteEntries(db, expired.untilNumber);
		const { seal, entries, lastAt } = expired;
		await recordAudit(inner, 'audit.purge', 'audit:log', { seal, entries, months, newest: lastAt.toISOString() });
		return entries;
	});
}
