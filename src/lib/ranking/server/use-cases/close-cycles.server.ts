import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { canonicalDigest } from '#lib/shared/canonical.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type Cycle, boundsOf } from '../../domain/cycle.ts';
import { cycleOf, rootOf } from '../../domain/entry.ts';
import * as repository from '../repository.server.ts';
import { computeCycle } from './compute-cycle.server.ts';

/** An answer given just before midnight may still be on its way into the ledger. */
const GRACE_MINUTES = 10;

/**
 * Closes every month that is over: computes its board from the ledger, fixes all heads under one root and publishes
 * both. Safe to run on any node at any time; a closed month is never touched again.
 */
export async function closeCycles(ctx: Ctx): Promise<Cycle[]> {
	const current = cycleOf(dayOf(new Date(ctx.now.getTime() - GRACE_MINUTES * 60_000)));
	return inTransaction(ctx, async (inner) => {
		if (!(await repository.trySweepLock(inner.db, 'leitai:close-cycles'))) return [];
		const known = new Set(await repository.selectClosedCycles(inner.db));
		const due = (await repository.selectCycles(inner.db)).filter((cycle) => cycle < current && !known.has(cycle));
		if (due.length > 0) await repository.lockLedger(inner.db);
		for (const cycle of due.sort()) await closeCycle(inner, cycle);
		return due;
	});
}

async function closeCycle(ctx: Ctx, cycle: Cycle): Promise<void> {
	const { before } = boundsOf(cycle);
	const { board } = await computeCycle(ctx, cycle);
	const heads = Object.fromEntries(
		(await repository.selectHeads(ctx.db)).map(({ officerId, seq, hash }) => [
			officerId,
			[seq, hash] as [number, string]
		])
	);
	const root = rootOf(heads);
	await repository.insertClosed(ctx.db, {
		...{ cycle, ruleVersion: board.ruleVersion, closedAt: ctx.now, heads, root, board },
		...{ boardDigest: canonicalDigest(board), entries: await repository.countEntries(ctx.db, before) }
	});
	await recordAudit(ctx, 'ranking.closeCycle', `cycle:${cycle}`, { root, ruleVersion: board.ruleVersion });
}
