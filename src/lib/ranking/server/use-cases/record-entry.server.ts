import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type NewEntry, chain, cycleOf } from '../../domain/entry.ts';
import { ruleOf } from '../../domain/rule.ts';
import { EMPTY_TALLY, addEntry, scoreOf, standingKey } from '../../domain/tally.ts';
import * as repository from '../repository.server.ts';

/**
 * How the ledger learns of anything that counts: appended to the officer's chain in the caller's transaction, together
 * with the read model of the month. The caller has authorised; a source that was recorded before is a bug and throws.
 */
export async function recordEntry(ctx: Ctx, entry: NewEntry): Promise<void> {
	const cycle = cycleOf(entry.day);
	const rule = ruleOf(cycle);
	const head = await repository.lockHead(ctx.db, entry.officerId);
	await repository.appendEntry(ctx.db, entry, chain(entry, head, rule.version), ctx.now);
	const before = (await repository.selectTally(ctx.db, cycle, entry.officerId)) ?? EMPTY_TALLY;
	const tally = addEntry(before, entry, rule);
	const { officerId, unitId } = entry;
	await repository.saveTally(ctx.db, { cycle, officerId, unitId, tally, standing: standingKey(scoreOf(tally, rule)) });
}
