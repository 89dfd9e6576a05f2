import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Rule } from '../../domain/rule.ts';
import { rulesInForce } from '../../domain/rule-versions.ts';
import { fileRules } from '../file-rules.server.ts';
import { selectOfficeRules } from '../repository/rules.server.ts';

/** A version is confirmed minutes before it counts at the latest, so that a node may keep the rules for less than that. */
const KEPT_SECONDS = 60;
let kept: { readonly rules: readonly Rule[]; readonly until: number } | null = null;

/** The versions of the monthly rule that rank months, of files and office, by their first day. */
export async function currentRules(ctx: Ctx): Promise<readonly Rule[]> {
	if (!kept || kept.until < performance.now()) {
		const rules = rulesInForce(fileRules(), await selectOfficeRules(ctx.db));
		kept = { rules, until: performance.now() + KEPT_SECONDS * 1000 };
	}
	return kept.rules;
}

/** The office has decided about a version: this node reads them anew, the others within a minute. */
export function forgetRules(): void {
	kept = null;
}
