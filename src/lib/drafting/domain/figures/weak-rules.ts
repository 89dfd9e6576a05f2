import type { Rule, Severity } from '../rule.ts';

/** How often a rule was violated in one kind of document. */
export interface RuleCount {
	readonly document: string;
	readonly rule: string;
	readonly violated: number;
	/** Submissions in which the rule was applicable. */
	readonly applicable: number;
}

export interface WeakRule extends RuleCount {
	readonly requirement: string;
	readonly severity: Severity;
	readonly basis: string;
	/** 0–1 */
	readonly share: number;
	/** Too few submissions to say more than that it happened. */
	readonly isFew: boolean;
}

export const FEW = 5;
export const WEAK_ORDERS = { share: '按违反比例', severity: '按轻重', count: '按次数' } as const;
export type WeakOrder = keyof typeof WEAK_ORDERS;

const GRAVEST: readonly Severity[] = ['fatal', 'major', 'minor'];
const graver = (left: WeakRule, right: WeakRule) => GRAVEST.indexOf(left.severity) - GRAVEST.indexOf(right.severity);
const larger = (left: WeakRule, right: WeakRule) => right.share - left.share || right.violated - left.violated;

/** The rules that were violated at all, the weakest first; a share out of very few stands behind those that say something. */
export function weakestRules(
	counts: readonly RuleCount[],
	ruleOf: (document: string, rule: string) => Pick<Rule, 'requirement' | 'severity' | 'basis'> | undefined,
	order: WeakOrder = 'share'
): WeakRule[] {
	const found = counts.flatMap((count) => {
		const rule = ruleOf(count.document, count.rule);
		if (!rule || count.violated === 0) return [];
		const { requirement, severity, basis } = rule;
		const share = count.violated / count.applicable;
		return [{ ...count, requirement, severity, basis, share, isFew: count.applicable < FEW }];
	});
	const byOrder = {
		share: (left: WeakRule, right: WeakRule) =>
			Number(left.isFew) - Number(right.isFew) || larger(left, right) || graver(left, right),
		severity: (left: WeakRule, right: WeakRule) => graver(left, right) || larger(left, right),
		count: (left: WeakRule, right: WeakRule) => right.violated - left.violated || larger(left, right)
	}[order];
	return found.sort((left, right) => byOrder(left, right) || (left.rule < right.rule ? -1 : 1));
}
