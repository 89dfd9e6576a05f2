import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Board, makeBoard } from '../../domain/board.ts';
import { type Cycle, boundsOf } from '../../domain/cycle.ts';
import { CycleFold } from '../../domain/cycle-fold.ts';
import { parseBody } from '../../domain/entry.ts';
import { type Rule, ruleOf } from '../../domain/rule.ts';
import * as repository from '../repository.server.ts';
import { forEachEntry } from '../repository/entry-stream.server.ts';
import { currentRules } from './current-rules.server.ts';

/** The board as the ledger and the rule alone give it. */
export async function computeCycle(ctx: Ctx, cycle: Cycle): Promise<{ board: Board; rule: Rule }> {
	const rule = ruleOf(await currentRules(ctx), cycle);
	const [board] = await boardsBy(ctx, cycle, [rule]);
	return { board: board!, rule };
}

/** The boards that one month gives under several rules, in one pass over its entries. */
export async function boardsBy(ctx: Ctx, cycle: Cycle, rules: readonly Rule[]): Promise<Board[]> {
	const folds = rules.map((rule) => new CycleFold(rule));
	await forEachEntry(ctx.db, { within: boundsOf(cycle) }, (row) => {
		const entry = parseBody(row.body);
		for (const fold of folds) fold.add(row, entry);
	});
	return folds.map((fold, at) => makeBoard(cycle, fold.contenders(), rules[at]!));
}

/** The entries behind a month's board, by officer: for whoever wants to add them up by hand. */
export function readCycleEntries(ctx: Ctx, cycle: Cycle) {
	const { from, before } = boundsOf(cycle);
	return repository.selectEntriesOf(ctx.db, from, before);
}
