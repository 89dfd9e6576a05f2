import { type Amount, isPath } from '../check.ts';
import type { Scope } from '../scope.ts';

/** The figure that is written in the rule or stands at its path. */
export function amountOf(amount: Amount, scope: Scope): number {
	return isPath(amount) ? Number(scope.valueOf(amount)) : amount;
}
