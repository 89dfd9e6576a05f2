import type { Ctx } from '#lib/platform/ctx.server.ts';
import { makeBoard } from '../domain/board.ts';
import type { Cycle } from '../domain/cycle.ts';
import { type Rule, ruleOf } from '../domain/rule.ts';
import * as repository from './repository.server.ts';
import { currentRules } from './use-cases/current-rules.server.ts';

/** The published board of a closed month, else the present state of the running one; as a whole, for what adds months up. */
export async function readBoardOf(ctx: Ctx, cycle: Cycle) {
	const closed = await repository.selectClosed(ctx.db, cycle);
	const rule = ruleBy(await currentRules(ctx), cycle, closed?.ruleVersion);
	if (closed) return { board: closed.board, closed, rule };
	return { board: makeBoard(cycle, await repository.selectTallies(ctx.db, cycle), rule), closed: null, rule };
}

/** How a month stands: its rule, and what was published if it is closed. */
export async function readStateOf(ctx: Ctx, cycle: Cycle) {
	const [closing, rules] = await Promise.all([repository.selectClosing(ctx.db, cycle), currentRules(ctx)]);
	return { cycle, closing, rule: ruleBy(rules, cycle, closing?.ruleVersion) };
}

export const readRuleOf = async (ctx: Ctx, cycle: Cycle): Promise<Rule> => (await readStateOf(ctx, cycle)).rule;

/** The rule that a board was made by: the one that was published with it. */
const ruleBy = (rules: readonly Rule[], cycle: Cycle, version: number | undefined) =>
	rules.find((one) => one.version === version) ?? ruleOf(rules, cycle);
