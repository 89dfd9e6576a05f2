import type { Ctx } from '#lib/platform/ctx.server.ts';
import { canonical } from '#lib/shared/canonical.ts';
import { type NewEntry, chain, cycleOf, parseBody } from '../../domain/entry.ts';
import { ruleOf } from '../../domain/rule.ts';
import { scoreOf, standingKey } from '../../domain/score.ts';
import { EMPTY_TALLY, addEntry } from '../../domain/tally.ts';
import * as repository from '../repository.server.ts';
import { currentRules } from './current-rules.server.ts';

/**
 * How the ledger learns of anything that counts: appended to the officer's chain in the caller's transaction, together
 * with the read model of the month. The caller has authorised; a source that was recorded before is a bug and throws.
 */
export async function recordEntry(ctx: Ctx, entry: NewEntry): Promise<void> {
	const cycle = cycleOf(entry.day);
	const rule = ruleOf(await currentRules(ctx), cycle);
	const head = await repository.lockHead(ctx.db, entry.officerId);
	await repository.appendEntry(ctx.db, entry, chain(entry, head, rule.version), ctx.now);
	const before = (await repository.selectTally(ctx.db, cycle, entry.officerId)) ?? EMPTY_TALLY;
	const tally = addEntry(before, entry, rule);
	const { officerId, unitId } = entry;
	const standing = standingKey(scoreOf(tally, rule), rule);
	await repository.saveTally(ctx.db, { cycle, officerId, unitId, tally, standing });
}

/**
 * Follows an entry by a correction that takes its place in the fold; the entry itself stays. What was never recorded, or
 * says the same already, is left as it is. The caller's transaction holds whatever the entry is about.
 */
export async function correctEntry(ctx: Ctx, entry: Omit<NewEntry, 'complete' | 'replaces'>): Promise<void> {
	const { officerId, source, sourceId, facts } = entry;
	const about = { officerId, source, sourceId };
	if ((await repository.selectCorrectable(ctx.db, about)).length === 0) return;
	// Of two corrections at once the second one replaces the first.
	await repository.lockHead(ctx.db, officerId);
	const rows = await repository.selectCorrectable(ctx.db, about);
	const last = rows.at(-1)!;
	const { day, facts: before } = parseBody(last.body);
	if (canonical(before) === canonical(facts)) return;
	// A piece counts in the month of its first entry, however often it is corrected.
	const first = parseBody(rows[0]!.body).day;
	const replaces = { sourceId: last.sourceId, day, facts: before, ...(first === day ? {} : { first }) };
	await recordEntry(ctx, { ...entry, sourceId: `${sourceId}#${rows.length + 1}`, complete: true, replaces });
}
