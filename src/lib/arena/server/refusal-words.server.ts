import type { Refusal } from '#lib/shared/result.ts';
import { RULES, type RuleId } from '../domain/hearing/rules.ts';

/** A refusal as it is said in the room: with the rule of the hearing that forbids it, where it is one of the sixteen. */
export function refusalWords({ message, ...rest }: Refusal): string {
	const { rule } = rest as { readonly rule?: RuleId };
	return rule ? `${message}（庭审规则第 ${rule.slice(1)} 条：${RULES[rule].text}）` : message;
}
