import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Board, type Contender, makeBoard } from '../../domain/board.ts';
import { type Cycle, boundsOf } from '../../domain/cycle.ts';
import { parseBody } from '../../domain/entry.ts';
import { type Rule, ruleOf } from '../../domain/rule.ts';
import { EMPTY_TALLY, addEntry } from '../../domain/tally.ts';
import * as repository from '../repository.server.ts';
import { currentRules } from './current-rules.server.ts';

type EntryRow = Awaited<ReturnType<typeof repository.selectEntriesOf>>[number];

/** The board as the ledger and the rule alone give it, with the entries behind every row. */
export async function computeCycle(ctx: Ctx, cycle: Cycle): Promise<Computed> {
	const { from, before } = boundsOf(cycle);
	const rule = ruleOf(currentRules(), cycle);
	const entries = await repository.selectEntriesOf(ctx.db, from, before);
	return { board: makeBoard(cycle, toContenders(entries, rule), rule), entries, rule };
}

interface Computed {
	readonly board: Board;
	readonly entries: readonly EntryRow[];
	readonly rule: Rule;
}

/** Folds entries into one contender per officer; the unit is the one of the officer's last entry of the month. */
export function toContenders(
	entries: readonly Pick<EntryRow, 'officerId' | 'unitId' | 'body'>[],
	rule: Rule
): Contender[] {
	const byOfficer = new Map<string, Contender>();
	for (const { officerId, unitId, body } of entries) {
		const tally = byOfficer.get(officerId)?.tally ?? EMPTY_TALLY;
		byOfficer.set(officerId, { officerId, unitId, tally: addEntry(tally, parseBody(body), rule) });
	}
	return [...byOfficer.values()];
}
