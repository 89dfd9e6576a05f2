import type { Ctx } from '#lib/platform/ctx.server.ts';
import { makeBoard } from '../domain/board.ts';
import type { Cycle } from '../domain/cycle.ts';
import { type Rule, ruleOf } from '../domain/rule.ts';
import * as repository from './repository.server.ts';
import { currentRules } from './use-cases/current-rules.server.ts';

/** The published board of a closed month, else the present state of the running one. */
export async function readBoardOf(ctx: Ctx, cycle: Cycle) {
	const closed = await repository.selectClosed(ctx.db, cycle);
	const rule = ruleOfBoard(cycle, closed?.ruleVersion);
	if (closed) return { board: closed.board, closed, rule };
	return { board: makeBoard(cycle, await repository.selectTallies(ctx.db, cycle), rule), closed: null, rule };
}

/** The rule that a board was made by: the one that was published with it. */
function ruleOfBoard(cycle: Cycle, version?: number): Rule {
	const rules = currentRules();
	return rules.find((one) => one.version === version) ?? ruleOf(rules, cycle);
}
