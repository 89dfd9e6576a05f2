import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { makeBoard } from '../../domain/board.ts';
import { type Move, compareBoards } from '../../domain/compare-boards.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { Rule } from '../../domain/rule.ts';
import { computeCycle, toContenders } from './compute-cycle.server.ts';
import { currentRules } from './current-rules.server.ts';

export interface Preview {
	/** The rule of the month, and the one that is tried on it. */
	readonly rule: Rule;
	readonly tried: Rule;
	readonly moves: readonly Move[];
}

/** What a month would have looked like under another version of the rule; reads, and changes nothing. */
export async function previewRule(ctx: Ctx, cycle: Cycle, version: number): Promise<Result<Preview>> {
	const tried = currentRules().find((one) => one.version === version);
	if (!tried) {
		const known = currentRules().map((one) => one.version);
		return refuse('no-such-rule', `没有第 ${version} 版规则，现有 ${known.join('、')}。`, '--rule');
	}
	const { board, entries, rule } = await computeCycle(ctx, cycle);
	const after = makeBoard(cycle, toContenders(entries, tried), tried);
	return ok({ rule, tried, moves: compareBoards(board, after) });
}
