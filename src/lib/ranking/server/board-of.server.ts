import type { Ctx } from '#lib/platform/ctx.server.ts';
import { makeBoard } from '../domain/board.ts';
import type { Cycle } from '../domain/cycle.ts';
import { ruleOf } from '../domain/rule.ts';
import * as repository from './repository.server.ts';

/** The published board of a closed month, else the present state of the running one. */
export async function readBoardOf(ctx: Ctx, cycle: Cycle) {
	const closed = await repository.selectClosed(ctx.db, cycle);
	if (closed) return { board: closed.board, closed };
	return { board: makeBoard(cycle, await repository.selectTallies(ctx.db, cycle), ruleOf(cycle)), closed: null };
}
