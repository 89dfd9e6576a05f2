import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Move, compareBoards } from '../../domain/compare-boards.ts';
import type { Cycle } from '../../domain/cycle.ts';
import { type Rule, ruleOf } from '../../domain/rule.ts';
import { boardsBy } from './compute-cycle.server.ts';
import { currentRules } from './current-rules.server.ts';

export interface Preview {
	/** The rule of the month, and the one that is tried on it. */
	readonly rule: Rule;
	readonly tried: Rule;
	readonly moves: readonly Move[];
}

/** What a month would have looked like under another version of the rule; reads, and changes nothing. */
export async function previewRule(ctx: Ctx, cycle: Cycle, version: number): Promise<Result<Preview>> {
	const rules = await currentRules(ctx);
	const tried = rules.find((one) => one.version === version);
	if (!tried) {
		const known = rules.map((one) => one.version);
		return refuse('no-such-rule', `没有第 ${version} 版规则，现有 ${known.join('、')}。`, '--rule');
	}
	return ok(await tryRule(ctx, cycle, tried));
}

/** The same for a rule that need not be in force anywhere. */
export async function tryRule(ctx: Ctx, cycle: Cycle, tried: Rule): Promise<Preview> {
	const rule = ruleOf(await currentRules(ctx), cycle);
	const [before, after] = await boardsBy(ctx, cycle, [rule, tried]);
	return { rule, tried, moves: compareBoards(before!, after!) };
}
